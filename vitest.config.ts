import { defineConfig } from 'vitest/config'

const conditions = ['unifault-source']

export default defineConfig({
  // Tests run the TypeScript of all packages; nothing has to be built first.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/scripts/**/*.test.ts',
      'examples/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    // A busy machine is no fault of what is tested.
    testTimeout: 60_000,
    typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: 'test/types/tsconfig.json' },
  },
})
