import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A TypeScript block of a document, made a program. */
export interface Snippet {
  readonly name: string
  readonly text: string
  readonly file: string
  /** What its `// → ` comments promise, in order. */
  readonly output: readonly string[]
}

/** The top of the repository. */
export const root: string = join(import.meta.dirname, '../..')
/** Inside the repository, so that the packages are found, and ignored by git. */
export const folder: string = join(root, 'test/dist/readme')
/** Packages that the documents show and nobody installs here: name → module in `with/`, and what it exports by default. */
const standIns = { openai: ['openai-sdk', 'OpenAI'] } as const

const block = /(?:^<!-- with: ([\w, -]+) -->\n\n)?^```ts\n([^]*?)^```$/gm

/** The text of a document, by its path from the top of the repository. */
export function readDocument(name: string): string {
  return readFileSync(join(root, name), 'utf8')
}

/** The TypeScript blocks of a document; `<!-- with: a, b -->` before one names what it takes for granted, from `with/`. */
export function readSnippets(name: string): Snippet[] {
  return [...readDocument(name).matchAll(block)].map(([, needs = '', code = ''], index) => ({
    name: `${name} ${index + 1}: ${code.match(/^.*\b(?:const|await|console)\b.*$/m)?.[0].trim()}`,
    text: `${needs.split(', ').filter(Boolean).map(importOf).join(' ')}\n${code}`,
    file: join(folder, `${name.replace(/\W/g, '-').toLowerCase()}-${index + 1}.ts`),
    output: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text),
  }))
}

function importOf(name: string): string {
  const path = join(import.meta.dirname, 'with', `${name}.ts`)
  if (!existsSync(path)) throw new Error(`Nothing in test/readme/with is called ${name}`)
  const names = readFileSync(path, 'utf8').includes(`export const ${name} `) ? `{ ${name} } from ` : ''
  return `import ${names}'../../readme/with/${name}.ts';`
}

/** A link, since Node strips no types below `node_modules`. */
function writeStandIn(name: string, [module, exported]: readonly [string, string]): void {
  const place = join(folder, 'stand-ins', name)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), '{ "type": "module", "exports": "./index.ts" }')
  writeFileSync(
    join(place, 'index.ts'),
    `export { ${exported} as default } from '../../../../readme/with/${module}.ts'\n`,
  )
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(place, join(folder, 'node_modules', name), 'junction')
}

/** Writes the programs, and what the compiler needs to check them. */
export function writeSnippets(snippets: readonly Snippet[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'generated'), { recursive: true })
  for (const { file, text } of snippets) writeFileSync(file, text)
  for (const [name, standIn] of Object.entries(standIns)) writeStandIn(name, standIn)
  // The provider of CONTRIBUTING's recipe imports its generated codes from beside it.
  mkdirSync(join(folder, 'generated/acme'))
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
