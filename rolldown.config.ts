// The one output that is bundled; the rest is one module per source module, as the compiler writes it. Whoever asks all
// providers loads one file instead of a hundred. A provider that is also imported by itself is there twice: they are
// compared by id.
import { join } from 'node:path'
import { defineConfig, type RolldownOptions } from 'rolldown'

const folder = join(import.meta.dirname, 'packages/providers')

const options: RolldownOptions = defineConfig({
  input: join(folder, 'src/all-providers.ts'),
  external: /^@unifault\//,
  platform: 'neutral',
  output: {
    file: join(folder, 'dist/all-providers.js'),
    format: 'esm',
    comments: { annotation: true, jsdoc: false, legal: false },
    // The engine reads a file of ASCII fastest.
    charset: 'ascii',
  },
})

// oxlint-disable-next-line import/no-default-export -- what rolldown reads
export default options
