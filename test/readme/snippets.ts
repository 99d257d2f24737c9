import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A TypeScript block of a document, made a program. */
export interface Snippet {
  readonly name: string
  readonly text: string
  readonly file: string
  /** What its `// → ` comments promise, in order. */
  readonly output: readonly string[]
  /** False for one that is only type-checked: it needs a server, a browser or a framework. */
  readonly isRun: boolean
}

/** The top of the repository. */
export const root: string = join(import.meta.dirname, '../..')

/** Packages that the documents show and nobody installs here: name → module in `with/`, and what it exports by default. */
const standIns: Readonly<Record<string, readonly [module: string, exported?: string]>> = {
  '@playwright/test': ['playwright-test'],
  '@sentry/node': ['sentry-node'],
  '@storybook/react-vite': ['storybook-react-vite'],
  '@tanstack/react-query': ['react-query'],
  '@tarojs/taro': ['taro', 'Taro'],
  antd: ['antd'],
  openai: ['openai-sdk', 'OpenAI'],
}

const block = /(?:^<!-- (not run)?(?:; )?(?:with: ([\w, -]+))? -->\n\n)?^```ts\n([^]*?)^```$/gm

/** The text of a document, by its path from the top of the repository. */
export function readDocument(name: string): string {
  return readFileSync(join(root, name), 'utf8')
}

/**
 * The TypeScript blocks of a document. `<!-- with: a, b -->` before one names what it takes for granted, from `with/`;
 * `<!-- not run; with: a -->` has it type-checked only.
 *
 * @param folder where their programs are to stand: inside the repository, so that the packages are found
 */
export function readSnippets(name: string, folder: string): Snippet[] {
  return [...readDocument(name).matchAll(block)].map(([, notRun, needs = '', code = ''], index) => ({
    name: `${name} ${index + 1}: ${code.match(/^.*\b(?:const|await|console)\b.*$/m)?.[0].trim()}`,
    text: `${needs.split(', ').filter(Boolean).map(importOf).join(' ')}\n${code}\nexport {}\n`,
    file: join(folder, `${name.replace(/\W/g, '-').toLowerCase()}-${index + 1}.ts`),
    output: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text),
    isRun: notRun === undefined,
  }))
}

/** Imports all that a module in `with/` exports. */
function importOf(name: string): string {
  const path = join(import.meta.dirname, 'with', `${name}.ts`)
  if (!existsSync(path)) throw new Error(`Nothing in test/readme/with is called ${name}`)
  const exported = [...readFileSync(path, 'utf8').matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)]
  const names = exported.length > 0 ? `{ ${exported.map(([, one]) => one).join(', ')} } from ` : ''
  return `import ${names}'../../readme/with/${name}.ts';`
}

/** A link, since Node strips no types below `node_modules`. */
function writeStandIn(folder: string, name: string, [module, exported]: readonly [string, string?]): void {
  const place = join(folder, 'stand-ins', name)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), '{ "type": "module", "exports": "./index.ts" }')
  const from = `from '${name.includes('/') ? '../' : ''}../../../../readme/with/${module}.ts'\n`
  writeFileSync(
    join(place, 'index.ts'),
    `export * ${from}${exported ? `export { ${exported} as default } ${from}` : ''}`,
  )
  const link = join(folder, 'node_modules', name)
  mkdirSync(join(link, '..'), { recursive: true })
  symlinkSync(place, link, 'junction')
}

/** Writes the programs, and what the compiler needs to check them. */
export function writeSnippets(snippets: readonly Snippet[], folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'generated/acme'), { recursive: true })
  for (const { file, text } of snippets) writeFileSync(file, text)
  for (const [name, standIn] of Object.entries(standIns)) writeStandIn(folder, name, standIn)
  // The provider of CONTRIBUTING's recipe imports its generated codes from beside it.
  writeFileSync(join(folder, 'generated/acme/codes.ts'), "export * from '../../../../readme/with/acme-codes.ts'\n")
  const compilerOptions = {
    composite: false,
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
    noEmit: true,
    rootDir: '../../..',
    sourceMap: false,
    types: ['node'],
  }
  const config = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config, undefined, 2))
}

const run = promisify(execFile)

/** What the compiler says of the programs in a folder. */
export async function compileSnippets(folder: string): Promise<string> {
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error: { stdout: string }) => error)
  return stdout
}

/** Runs a program, which must end by itself. */
export async function runSnippet(file: string): Promise<{ printed: string[]; stderr: string }> {
  const given = ['--conditions=unifault-source', file]
  const { stdout, stderr } = await run(process.execPath, given, { timeout: 110_000 })
  return { printed: stdout.split('\n').slice(0, -1), stderr }
}
