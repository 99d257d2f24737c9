// The empty projects of strangers: what they have, and what must run in them.

export interface App {
  readonly name: string
  /** The folder below `apps/` that is copied. */
  readonly folder: string
  readonly manager: 'npm' | 'pnpm' | 'bun'
  /** `module`, or undefined for CommonJS. */
  readonly type?: 'module'
  readonly dependencies: Readonly<Record<string, string>>
  /** Whether it is small enough for every run of the checks. */
  readonly isSmall: boolean
  readonly tsconfig?: object
  /** Files that are written beside those of the folder. */
  readonly files?: Readonly<Record<string, string>>
  /** Commands, each a program below `node_modules/.bin`, `node` or `bun`, and its parameters. */
  readonly steps: readonly (readonly string[])[]
  /** Lines that the last step must print. */
  readonly prints?: readonly string[]
}

const clients = { axios: '1.21.1', ky: '2.1.0', neverthrow: '8.2.0', '@types/node': '24.19.2' }
const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noUncheckedIndexedAccess: true }
/** For what the compiler writes and Node runs, and for what a bundler or Bun reads. */
const emitted = { ...strict, module: 'nodenext', target: 'es2023', outDir: 'out', types: ['node'] }
const bundled = { ...strict, module: 'esnext', moduleResolution: 'bundler', noEmit: true }
const told = ['axios auth unauthenticated -101', 'ky auth unauthenticated -101', 'fetch auth unauthenticated -101']

const nodenext = (manager: App['manager'], typescript: string): App => ({
  name: `${manager}, TypeScript ${typescript}, nodenext, ESM`,
  folder: 'node',
  manager,
  type: 'module',
  dependencies: { ...clients, typescript },
  isSmall: true,
  tsconfig: {
    compilerOptions: emitted,
    files: ['program.ts'],
  },
  steps: [
    ['tsc', '-p', '.'],
    ['node', 'out/program.js'],
  ],
  prints: told,
})

const commonjs = (typescript: string): App => ({
  name: `npm, TypeScript ${typescript}, .cts`,
  folder: 'node',
  manager: 'npm',
  dependencies: { ...clients, typescript },
  isSmall: true,
  tsconfig: {
    compilerOptions: emitted,
    files: ['program.cts'],
  },
  steps: [
    ['tsc', '-p', '.'],
    ['node', 'out/program.cjs'],
  ],
  prints: told.slice(0, 1),
})

const jest = (name: string, extra: Readonly<Record<string, string>>, config: object, env: readonly string[]): App => ({
  name: `npm, Jest 30, ${name}`,
  folder: 'jest',
  manager: 'npm',
  ...(env.length > 0 && { type: 'module' }),
  dependencies: { axios: clients.axios, jest: '30.5.2', ...extra },
  isSmall: false,
  files: { 'jest.config.json': JSON.stringify(config) },
  steps: [['node', ...env, 'node_modules/jest/bin/jest.js', '--config', 'jest.config.json']],
})

export const apps: readonly App[] = [
  nodenext('npm', '5.9.3'),
  nodenext('pnpm', '6.0.3'),
  commonjs('5.9.3'),
  commonjs('7.0.2'),
  {
    name: 'bun, TypeScript 7.0.2, bundler',
    folder: 'node',
    manager: 'bun',
    type: 'module',
    dependencies: { ...clients, typescript: '7.0.2', '@types/bun': '1.3.1' },
    isSmall: true,
    tsconfig: {
      compilerOptions: {
        ...bundled,
        target: 'es2023',
        lib: ['esnext', 'dom', 'dom.iterable'],
        types: ['node'],
      },
      files: ['program.ts'],
    },
    steps: [
      ['tsc', '-p', '.'],
      ['bun', 'program.ts'],
    ],
    prints: told,
  },
  {
    name: 'npm, a worker bundled by esbuild',
    folder: 'worker',
    manager: 'npm',
    type: 'module',
    dependencies: { esbuild: '0.28.2', typescript: '7.0.2' },
    isSmall: true,
    tsconfig: {
      compilerOptions: {
        ...bundled,
        target: 'es2023',
        lib: ['esnext', 'webworker'],
        types: [],
      },
      files: ['worker.ts'],
    },
    files: {
      'ask.mjs': [
        "globalThis.fetch = async () => Response.json({ code: -101, message: '账号未登录' })",
        "const { default: worker } = await import('./out/worker.js')",
        'const response = await worker.fetch()',
        "console.log(response.status, response.headers.get('content-type'))",
      ].join('\n'),
    },
    steps: [
      ['tsc', '-p', '.'],
      [
        'esbuild',
        'worker.ts',
        '--bundle',
        '--format=esm',
        '--conditions=workerd,worker,browser',
        '--outfile=out/worker.js',
        '--log-level=warning',
      ],
      ['node', 'ask.mjs'],
    ],
    prints: ['502 application/problem+json'],
  },
  jest('without a transform', {}, { transform: {} }, ['--experimental-vm-modules', '--no-warnings']),
  jest(
    'transformed to CommonJS',
    { '@swc/core': '1.16.22', '@swc/jest': '0.2.39' },
    {
      transform: { '\\.m?[jt]s$': ['@swc/jest', { module: { type: 'commonjs' } }] },
      transformIgnorePatterns: ['/node_modules/(?!@unifault/)'],
    },
    [],
  ),
  {
    name: 'npm, Vite and React',
    folder: 'vite-react',
    manager: 'npm',
    type: 'module',
    dependencies: {
      ...clients,
      vite: '8.3.8',
      react: '19.3.1',
      'react-dom': '19.3.1',
      '@types/react': '19.3.0',
      '@types/react-dom': '19.3.0',
      typescript: '6.0.3',
    },
    isSmall: false,
    tsconfig: {
      compilerOptions: {
        ...bundled,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
        jsx: 'react-jsx',
        types: [],
      },
      include: ['src'],
    },
    steps: [
      ['tsc', '-p', '.'],
      ['vite', 'build', '--logLevel', 'warn'],
    ],
  },
  {
    name: 'npm, a Next.js route handler',
    folder: 'next',
    manager: 'npm',
    dependencies: {
      next: '16.4.6',
      react: '19.3.1',
      'react-dom': '19.3.1',
      typescript: '5.9.3',
      '@types/node': clients['@types/node'],
      '@types/react': '19.3.0',
    },
    isSmall: false,
    steps: [
      ['next', 'build'],
      ['node', 'check.mjs'],
    ],
    prints: ['502 application/problem+json server internal'],
  },
  {
    name: "npm, React Native's Metro",
    folder: 'metro',
    manager: 'npm',
    dependencies: {
      axios: clients.axios,
      metro: '0.87.1',
      '@react-native/babel-preset': '0.88.1',
      '@react-native/metro-babel-transformer': '0.88.1',
      '@babel/core': '7.29.0',
      '@babel/runtime': '7.28.6',
    },
    isSmall: false,
    steps: [['metro', 'build', 'index.js', '--platform', 'ios', '--config', 'metro.config.js', '--out', 'app.js']],
  },
]
