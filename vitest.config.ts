import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const root = import.meta.dirname
const conditions = ['unifault-source']

/**
 * Each has a process of its own: axios keeps the `fetch`, `Request` and XMLHttpRequest that it finds first, and in these
 * they are msw's, or fake.
 */
const alone = globSync('test/{axios,hostile,msw,payloads}/*.test.ts', { cwd: root }).filter((file) =>
  /from 'msw\/node'|\bXMLHttpRequest\b/.test(readFileSync(join(root, file), 'utf8')),
)

export default defineConfig({
  // Tests run the TypeScript of all packages; nothing has to be built first.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A busy machine is no fault of what is tested.
    testTimeout: 60_000,
    // Many tests wait for programs that they start: every core has a worker.
    maxWorkers: '100%',
    // What one program has compiled of the packages, the others that tests start need not compile again.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile') },
    // Files of a worker share its modules: they leave nothing behind in them, and start faster so.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/*/{src,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['examples/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: 'test/types/tsconfig.json' },
        },
      },
    ],
  },
})
