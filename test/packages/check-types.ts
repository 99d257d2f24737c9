import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const conformance = join(root, 'conformance/types')

/** As strict as a project may be. */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noEmit: true,
  types: ['node'],
}

/** What `nest new` writes. */
const nest = {
  module: 'nodenext',
  moduleResolution: 'nodenext',
  resolvePackageJsonExports: true,
  esModuleInterop: true,
  isolatedModules: true,
  declaration: true,
  removeComments: true,
  emitDecoratorMetadata: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  target: 'ES2023',
  sourceMap: true,
  strictNullChecks: true,
  forceConsistentCasingInFileNames: true,
  noImplicitAny: false,
  strictBindCallApply: false,
  noFallthroughCasesInSwitch: false,
}

const modules = ['*.test-d.ts']
/** msw's own declarations need those of the browser and of Node. */
const ofMsw = ['msw.test-d.ts']

interface Project {
  readonly compilerOptions: object
  readonly include: readonly string[]
  readonly exclude?: readonly string[]
}

const projects: Readonly<Record<string, Project>> = {
  nodenext: {
    compilerOptions: { ...strict, module: 'nodenext', target: 'es2023', lib: ['esnext'] },
    include: modules,
    exclude: ofMsw,
  },
  bundler: {
    compilerOptions: {
      ...strict,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
      // A browser's project knows nothing of Node.
      types: [],
    },
    include: modules,
    exclude: ofMsw,
  },
  msw: {
    compilerOptions: {
      ...strict,
      module: 'nodenext',
      target: 'es2023',
      lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
    },
    include: ofMsw,
  },
  'CommonJS, strict': {
    compilerOptions: { ...strict, module: 'nodenext', target: 'es2023', lib: ['esnext'] },
    include: ['*.cts'],
  },
  'CommonJS, NestJS': {
    compilerOptions: { ...nest, noEmit: true, outDir: './out' },
    include: ['*.cts', 'nest/*.ts'],
  },
}

/** The type tests say `vitest`; all that they need of it is `expect-type`, and a `test` that need not run. */
function placeVitest(folder: string): void {
  const place = join(folder, 'node_modules/vitest')
  cpSync(join(conformance, 'node_modules/expect-type/dist'), place, { recursive: true })
  writeFileSync(join(place, 'package.json'), '{"name":"vitest","exports":{"types":"./vitest.d.ts"}}')
  writeFileSync(
    join(place, 'vitest.d.ts'),
    "export { expectTypeOf } from './index.js'\nexport declare function test(name: string, run: () => void): void\n",
  )
}

/**
 * Compiles the type tests against the packed packages.
 *
 * @param compilers among those of `conformance/types`
 * @param skipLibCheck whether the declarations of the clients themselves go unchecked
 * @returns what failed
 */
export function checkTypes(
  project: string,
  compilers: readonly string[] = ['typescript-5', 'typescript-7'],
  skipLibCheck = false,
): string[] {
  const folder = join(project, 'types')
  cpSync(join(root, 'test/types'), folder, { recursive: true, filter: (file) => !file.endsWith('.json') })
  placeVitest(folder)
  // A project without `"type": "module"`, where even a `.ts` file is CommonJS.
  mkdirSync(join(folder, 'nest'))
  writeFileSync(join(folder, 'nest/package.json'), '{"private":true}')
  cpSync(join(folder, 'commonjs.cts'), join(folder, 'nest/main.ts'))
  const faults: string[] = []
  for (const compiler of compilers)
    for (const [name, { compilerOptions, include, exclude = [] }] of Object.entries(projects)) {
      if (include === ofMsw && !existsSync(join(project, 'node_modules/msw'))) continue
      const file = join(folder, 'tsconfig.json')
      writeFileSync(file, JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck }, include, exclude }))
      const tsc = join(conformance, 'node_modules', compiler, 'bin/tsc')
      const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', file], {
        cwd: folder,
        encoding: 'utf8',
      })
      console.log(`${compiler}, ${name}: ${status === 0 ? 'compiles' : 'fails'}`)
      if (status !== 0) faults.push(`${compiler}, ${name}\n${stdout}${stderr}`)
    }
  return faults
}
