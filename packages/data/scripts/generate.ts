// Writes the catalog as JSON: `node --conditions=unifault-source packages/data/scripts/generate.ts`, after the tables' own generator.
import { join } from 'node:path'
import { allProviders } from '@unifault/providers/all-providers'
import { writeFolder } from '../../providers/scripts/write-folder.ts'
import { dataFiles } from './data-files.ts'

writeFolder(join(import.meta.dirname, '../json'), dataFiles(allProviders))
