import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A TypeScript block of a document, made a program. */
export interface Snippet {
  readonly name: string
  readonly text: string
  readonly file: string
  /** What its `// → ` comments promise, in order. */
  readonly output: readonly string[]
}

const root = join(import.meta.dirname, '../..')
/** Inside the repository, so that the packages are found, and ignored by git. */
export const folder: string = join(root, 'test/dist/readme')

const block = /(?:^<!-- with: ([\w, -]+) -->\n\n)?^```ts\n([^]*?)^```$/gm

/** The text of a document at the top of the repository. */
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

/** Writes the programs, and what the compiler needs to check them. */
export function writeSnippets(snippets: readonly Snippet[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'generated'), { recursive: true })
  for (const { file, text } of snippets) writeFileSync(file, text)
  // The provider of CONTRIBUTING's recipe imports its generated codes from beside it.
  writeFileSync(join(folder, 'generated/codes.ts'), "export * from '../../../readme/with/acme-codes.ts'\n")
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
