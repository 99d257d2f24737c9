// Writes the catalog as JSON: `node --conditions=unifault-source packages/data/scripts/generate.ts`, after the tables' own generator.
import { join } from 'node:path'
import { whenChanged } from '../../providers/scripts/fingerprint.ts'

const output = join(import.meta.dirname, '../json')

await whenChanged(
  output,
  [
    'packages/{providers,data}/scripts/*.ts',
    'packages/providers/catalog/{*,*/*.tsv}',
    'packages/providers/src/*.ts',
    'packages/core/src/**/*.ts',
  ],
  async () => {
    // What it takes to load them is saved, too.
    const { allProviders } = await import('@unifault/providers/all-providers')
    const { dataFiles } = await import('./data-files.ts')
    const { writeFolder } = await import('../../providers/scripts/write-folder.ts')
    writeFolder(output, dataFiles(allProviders))
  },
)
