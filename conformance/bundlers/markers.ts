// Which modules a bundle holds, told by what minifiers leave as it is: texts, and the sources of regular expressions.
import { globSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** Shorter ones may stand anywhere. */
const shortest = 10

/** Of these modules each declaration is told apart: a bundle may hold one without the others. */
const apart = /\/core\/dist\/(?:readers|protocols)\.js$/

/** The texts of a program, or of a part of one. */
function textsOf(code: unknown): Set<string> {
  const texts = new Set<string>()
  const add = (text: unknown): void => {
    if (typeof text === 'string' && text.length >= shortest) texts.add(text)
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const { type, ...rest } = value as {
      type?: string
      value?: unknown
      regex?: { pattern?: string }
      source?: unknown
    }
    // What a module is called is no part of it.
    if (type === 'ImportDeclaration' || type === 'ExportAllDeclaration') return
    if (type === 'Literal') add(rest.regex?.pattern ?? rest.value)
    if (type === 'TemplateElement') add((rest.value as { cooked?: unknown } | undefined)?.cooked)
    Object.values(rest).forEach(walk)
  }
  walk(typeof code === 'string' ? parseAst(code) : code)
  return texts
}

/** The top-level declarations of a module, by name. */
function declarationsOf(code: string): [name: string, part: unknown][] {
  return parseAst(code).body.flatMap((statement) => {
    const part = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement
    if (part.type === 'FunctionDeclaration') return [[part.id?.name ?? '', part] as [string, unknown]]
    if (part.type !== 'VariableDeclaration') return []
    return part.declarations.map((one): [string, unknown] => [one.id.type === 'Identifier' ? one.id.name : '', one])
  })
}

/** Module, or `module#name` for what stands apart in one → the texts that only it has, of all installed packages of ours. */
export function markersOf(project: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, Set<string>>()
  const scope = join(project, 'node_modules/@unifault')
  for (const name of readdirSync(scope)) {
    const folder = realpathSync(join(scope, name))
    for (const file of globSync('dist/**/*.js', { cwd: folder }))
      if (!file.endsWith('all-providers.js')) {
        const path = `${name}/${file.replaceAll('\\', '/')}`
        const code = readFileSync(join(folder, file), 'utf8')
        if (!apart.test(`/${path}`)) texts.set(path, textsOf(code))
        else for (const [part, of] of declarationsOf(code)) texts.set(`${path}#${part}`, textsOf(of))
      }
  }
  const count = new Map<string, number>()
  for (const each of texts.values()) for (const text of each) count.set(text, (count.get(text) ?? 0) + 1)
  return new Map([...texts].map(([file, each]) => [file, [...each].filter((text) => count.get(text) === 1)]))
}

/** The modules of which a bundle holds something. */
export function modulesIn(code: string, markers: ReadonlyMap<string, readonly string[]>): string[] {
  const texts = textsOf(code)
  return [...markers].filter(([, each]) => each.some((text) => texts.has(text))).map(([file]) => file)
}
