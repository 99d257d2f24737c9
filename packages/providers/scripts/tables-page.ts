import { type Coverage, groups, percent } from './coverage.ts'

function cells(values: readonly (string | number)[]): string {
  return `| ${values.join(' | ')} |`
}

/** A number with thousands set apart; nothing where there is none. */
function count(value: number): string {
  return value === 0 ? '' : value.toLocaleString('en-US')
}

function sum(coverage: readonly Coverage[], value: (one: Coverage) => number): number {
  return coverage.reduce((total, one) => total + value(one), 0)
}

function providerRow(one: Coverage): string {
  const { id, name = id, docs, hosts = [] } = one.provider
  return cells([
    docs === undefined ? name : `[${name}](${docs})`,
    `\`${id}\``,
    hosts.join(', '),
    one.dialects.map((dialect) => (dialect.rows === 0 ? dialect.name : `${dialect.name} ${dialect.rows}`)).join(', '),
    ...groups.map((group) => count(one.categories[group])),
    one.rows === 0 ? '' : percent(one.official, one.rows),
  ])
}

/** The page that shows what the catalog has. */
export function tablesPage(coverage: readonly Coverage[]): string {
  const rows = sum(coverage, (one) => one.rows)
  const dialects = sum(coverage, (one) => one.dialects.length)
  const official = sum(coverage, (one) => one.official)
  return [
    '# The tables',
    '',
    '<!-- Made by `pnpm catalog --fix`; a test fails when it is out of date. -->',
    '',
    `${coverage.length} providers speak ${dialects} dialects. ${count(rows)} rows say what their codes mean, in the published language, those made by hand in Chinese and English;`,
    `${percent(official, rows)} of the rows cite the vendor's own documents or repositories`,
    '([which these are](./packages/providers/catalog/official-sources.tsv)), the others public clients, mirrors and collections;',
    'every row names its sources.',
    '',
    '- *Provider* links to its documents; *entry* is what stands behind `@unifault/providers/`.',
    '- *Dialects*: each error envelope that the provider speaks, with the rows of its table. One without a number has no table:',
    '  its shape, message, request id and waits are read, and the status says the rest.',
    "- *auth* to *ok*: rows by category; *ok* are codes that are no error. *Official*: rows that cite the vendor's own source.",
    '',
    cells(['Provider', 'Entry', 'Hosts', 'Dialects and rows', ...groups, 'Official']),
    cells(['---', '---', '---', '---', ...groups.map(() => '---:'), '---:']),
    ...coverage.map(providerRow),
    cells([
      '**All**',
      '',
      '',
      `**${count(rows)}**`,
      ...groups.map((group) => count(sum(coverage, (one) => one.categories[group]))),
      percent(official, rows),
    ]),
    '',
  ].join('\n')
}
