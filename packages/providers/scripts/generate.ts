// Turns the catalog's tables into the modules that providers import: codes for the classifier, texts by language, code unions as types.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { encodeLines, encodeRows, foldRows } from './encode-rows.ts'
import { type CatalogTable, readCatalog } from './read-catalog.ts'
import { whenChanged } from './fingerprint.ts'
import { writeFolder } from './write-folder.ts'

const output = join(import.meta.dirname, '../src/generated')
const languages = ['zh', 'en'] as const
/** A literal union of more codes slows every editor that sees the provider: it stands apart, and the provider's type is wider. */
const mostLiterals = 2000

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase())
const camel = (name: string): string => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase())
const oneLine = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)

/** A code as a literal type; a family is a template. */
function literal(code: string): string {
  const quoted = JSON.stringify(code).slice(1, -1)
  return code.includes('*') ? `\`${quoted.replace(/`/g, '\\`').replace('*', '${string}')}\`` : `"${quoted}"`
}

function codesModule(provider: string, tables: readonly CatalogTable[]): Map<string, string> {
  const type = `${pascal(provider)}Code`
  const codes = new Set(
    tables.flatMap(({ rows }) => rows.filter(({ reason }) => reason !== 'ok').map(({ code }) => code)),
  )
  const isLarge = codes.size > mostLiterals
  const families = [...codes].filter((code) => code.includes('*'))
  const shown = isLarge ? [...families.map(literal), '(string & {})'] : [...codes].map(literal)
  const tablesOf = tables.map(
    ({ dialect, rows }) =>
      `export const ${camel(dialect)}Codes: CodeRows<${type}> = ${JSON.stringify(encodeRows(foldRows(rows)))}`,
  )
  const modules = new Map<string, string>()
  modules.set(
    'codes.ts',
    [
      "import type { CodeRows } from '@unifault/core'",
      '',
      `/** The codes of ${provider}. */`,
      `export type ${type} = ${shown.join(' | ') || 'never'}`,
      '',
      ...tablesOf,
      '',
    ].join('\n'),
  )
  const all = isLarge ? [...codes].map(literal).join('\n  | ') || 'never' : undefined
  modules.set(
    'all-codes.ts',
    all === undefined
      ? `export type { ${type} } from './codes.ts'\n`
      : `/** Every code of ${provider} that the catalog has, as a literal. */\nexport type ${type} =\n  | ${all}\n`,
  )
  return modules
}

/**
 * The provider with every row of its tables: those too that its families decide alike, which the compact tables leave out.
 * Where nothing is left out, the provider itself.
 */
function fullModule(provider: string, tables: readonly CatalogTable[]): string {
  const name = camel(provider)
  const more = tables.flatMap(({ dialect, rows }) => {
    const kept = new Set(foldRows(rows))
    const folded = rows.filter((row) => !kept.has(row))
    return folded.length === 0 ? [] : [[`${camel(dialect)}Codes`, JSON.stringify(encodeLines(folded))] as const]
  })
  if (more.length === 0) return `export { ${name} } from '../../${provider}.ts'\n`
  return [
    `import { ${name} as compact } from '../../${provider}.ts'`,
    `import { ${more.map(([codes]) => codes).join(', ')} } from './codes.ts'`,
    '',
    '/** The rows that families decide alike, by the table that leaves them out. */',
    'const left: ReadonlyMap<unknown, string> = /* @__PURE__ */ new Map<unknown, string>([',
    ...more.map(([codes, rows]) => `  [${codes}, ${rows}],`),
    '])',
    '',
    `/** ${provider}, with every row of its tables: an error shows the published row of its code, not the family. */`,
    `export const ${name}: typeof compact = {`,
    '  ...compact,',
    '  dialects: /* @__PURE__ */ compact.dialects.map((dialect) => {',
    '    const rows = left.get(dialect.codes)',
    '    return rows === undefined ? dialect : { ...dialect, codes: String(dialect.codes) + rows }',
    '  }),',
    '}',
    '',
  ].join('\n')
}

type Cell = 'zh' | 'en' | 'fixZh' | 'fixEn'

/** Dialect → lines of `code TAB when TAB text`; dialects without any such text are left out. */
function linesOf(tables: readonly CatalogTable[], cell: Cell, isNeeded: boolean): string {
  const dialects = tables.flatMap(({ dialect, rows }) => {
    const lines = rows
      .filter((row) => (row[cell] ?? '') !== '')
      .map((row) => `${row.code}\t${row.when}\t${oneLine(row[cell] ?? '')}`)
    return lines.length === 0 && !isNeeded
      ? []
      : [`    ${JSON.stringify(dialect)}: ${JSON.stringify(lines.join('\n'))},`]
  })
  return dialects.length === 0 ? '' : `{\n${dialects.join('\n')}\n  }`
}

function textsModule(provider: string, tables: readonly CatalogTable[], language: 'zh' | 'en'): string {
  const remedies = linesOf(tables, language === 'zh' ? 'fixZh' : 'fixEn', false)
  return [
    "import type { Texts } from '@unifault/core'",
    '',
    `/** What the codes of ${provider} mean. */`,
    'export const texts: Texts = {',
    `  provider: '${provider}',`,
    `  language: '${language}',`,
    `  dialects: ${linesOf(tables, language, true)},`,
    ...(remedies === '' ? [] : [`  remedies: ${remedies},`]),
    '}',
    '',
  ].join('\n')
}

function generate(): void {
  // Imported tables may wait for a definition.
  const defined = new Set(readdirSync(join(output, '..')).map((file) => file.replace(/\.ts$/, '')))
  const files = new Map<string, string>()
  for (const [provider, tables] of Map.groupBy(readCatalog(), (table) => table.provider)) {
    for (const [name, content] of codesModule(provider, tables)) files.set(`${provider}/${name}`, content)
    if (defined.has(provider)) files.set(`${provider}/full.ts`, fullModule(provider, tables))
    for (const language of languages)
      files.set(`${provider}/texts/${language}.ts`, textsModule(provider, tables, language))
  }
  writeFolder(output, files)
}

await whenChanged(
  output,
  ['packages/providers/{catalog,src,scripts}/*', 'packages/providers/catalog/*/*.tsv', 'packages/core/src/*.ts'],
  generate,
)
