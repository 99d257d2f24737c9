import { defineConfig } from 'vitest/config'

const conditions = ['unifault-source']

export default defineConfig({
  // Tests run the TypeScript of all packages; nothing has to be built first.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // A busy machine is no fault of what is tested.
    testTimeout: 60_000,
    // Many tests wait for programs that they start: every core has a worker.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/*/{src,scripts}/**/*.test.ts'],
          // These leave nothing behind in what all files of a worker share, and start faster so.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['examples/**/*.test.ts', 'test/**/*.test.ts'],
          typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: 'test/types/tsconfig.json' },
        },
      },
    ],
  },
})
