// Turns the catalog's tables into the modules that providers import: codes for the classifier, texts by language, code unions as types.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { encodeRows } from './encode-rows.ts'
import { type CatalogTable, readCatalog } from './read-catalog.ts'

const output = join(import.meta.dirname, '../src/generated')
const languages = ['zh', 'en'] as const

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase())
const camel = (name: string): string => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase())
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

function codesModule(byProvider: ReadonlyMap<string, CatalogTable[]>): string {
  const parts = ["import type { CodeRows } from '@unifault/core'"]
  for (const [provider, tables] of byProvider) {
    const type = `${pascal(provider)}Code`
    const codes = new Set(
      tables.flatMap(({ rows }) => rows.filter(({ reason }) => reason !== 'ok').map(({ code }) => code)),
    )
    const literals = [...codes].map((code) => {
      const quoted = JSON.stringify(code).slice(1, -1)
      return code.includes('*') ? `\`${quoted.replace(/`/g, '\\`').replace('*', '${string}')}\`` : `"${quoted}"`
    })
    parts.push(`export type ${type} = ${literals.join(' | ') || 'never'}`)
    const members = tables.map(
      ({ dialect, rows }) => `  ${camel(dialect)}: ${JSON.stringify(encodeRows(rows))} as CodeRows<${type}>,`,
    )
    const types = tables.map(({ dialect }) => `  readonly ${camel(dialect)}: CodeRows<${type}>`)
    parts.push(`export const ${camel(provider)}: {\n${types.join('\n')}\n} = {\n${members.join('\n')}\n}`)
  }
  return `${parts.join('\n\n')}\n`
}

function textsModule(provider: string, tables: readonly CatalogTable[], language: 'zh' | 'en'): string {
  const dialects = tables.map(({ dialect, rows }) => {
    const lines = rows.map((row) => `${row.code}\t${row.when}\t${oneLine(row[language])}`)
    return `    ${JSON.stringify(dialect)}: ${JSON.stringify(lines.join('\n'))},`
  })
  return [
    "import type { Texts } from '@unifault/core'",
    '',
    `/** What the codes of ${provider} mean. */`,
    'export const texts: Texts = {',
    `  provider: '${provider}',`,
    `  language: '${language}',`,
    `  dialects: {\n${dialects.join('\n')}\n  },`,
    '}',
    '',
  ].join('\n')
}

function write(file: string, content: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

const byProvider = Map.groupBy(readCatalog(), ({ provider }) => provider)
write(join(output, 'codes.ts'), codesModule(byProvider))
for (const [provider, tables] of byProvider)
  for (const language of languages)
    write(join(output, 'texts', provider, `${language}.ts`), textsModule(provider, tables, language))
for (const provider of readdirSync(join(output, 'texts')))
  if (!byProvider.has(provider)) rmSync(join(output, 'texts', provider), { recursive: true })
