// The catalog's own lint: form, order, ties, reasons, languages, sources. `node check-catalog.ts [provider …]` prints what it finds.
import { checkWhen } from '../../core/src/check-provider.ts'
import { reasons } from '../../core/src/reasons.ts'
import { isPlainInteger } from './encode-rows.ts'
import { type CatalogRow, type CatalogTable, headers, readCatalog } from './read-catalog.ts'

/** Everything that is wrong with a table, a sentence each. */
export function checkTable(table: CatalogTable): string[] {
  const found: string[] = []
  const at = (row: CatalogRow, what: string): number =>
    found.push(`${table.provider}/${table.dialect}.tsv:${row.line} ${what}`)
  const lines = table.text.split('\n')
  const head = lines[0] ?? ''
  if (!headers.includes(head))
    found.push(
      `${table.provider}/${table.dialect}.tsv:1 the header must be ${headers.map((one) => JSON.stringify(one)).join(' or ')}`,
    )
  const cells = head.split('\t').length
  if (lines.at(-1) !== '' || !lines.includes('', 1) || lines.indexOf('', 1) !== lines.length - 1)
    found.push(`${table.provider}/${table.dialect}.tsv must end with one newline and have no empty line`)
  if (/\r|\uFEFF/.test(table.text))
    found.push(`${table.provider}/${table.dialect}.tsv must have no CR and no byte order mark`)
  lines.slice(1, -1).forEach((line, index) => {
    if (line.split('\t').length !== cells)
      found.push(`${table.provider}/${table.dialect}.tsv:${index + 2} must have ${cells} cells`)
    if (/\\(?![tn\\])/.test(line.replace(/\\\\/g, '')))
      found.push(`${table.provider}/${table.dialect}.tsv:${index + 2} has an unknown escape`)
  })
  table.rows.forEach((row, index) => {
    checkRow(row, (what) => at(row, what))
    const before = table.rows[index - 1]
    if (before !== undefined && compareRows(before, row) > 0) at(row, `${row.code} stands after ${before.code}`)
  })
  const byCode = Map.groupBy(table.rows, ({ code }) => code)
  for (const [code, rows] of byCode)
    rows.forEach((row, index) => {
      for (const other of rows.slice(index + 1)) {
        if (other.when === row.when) at(other, `repeats ${code} ${JSON.stringify(row.when)}`)
        else if (tests(row).length === tests(other).length && canBothHold(tests(row), tests(other)))
          at(other, `ties with line ${row.line}: both ${row.when} and ${other.when} can hold`)
      }
    })
  return found
}

function checkRow(row: CatalogRow, tell: (what: string) => void): void {
  if (row.code === '' || row.code !== row.code.trim() || row.code.split('*').length > 2)
    tell(`has the code ${JSON.stringify(row.code)}, expected text with at most one *`)
  if (row.reason !== 'ok' && !reasons.includes(row.reason as never))
    tell(`has the unknown reason ${row.reason}${didYouMean(row.reason)}`)
  if (!/\p{Script=Han}/u.test(row.zh)) tell('has no Han character in zh')
  if (/\p{Script=Han}/u.test(row.en)) tell('has a Han character in en')
  for (const text of [row.zh, row.en])
    if (text.trim() === '' || text.trim() === row.code) tell('says no more than the code')
  for (const cell of [row.code, row.zh, row.en, row.when, row.source])
    if (cell !== cell.trim()) tell('has space around a cell')
  try {
    checkWhen(row.when)
    if (tests(row).join(' ') !== row.when) tell('must separate the tests of `when` by one space')
  } catch (error) {
    tell((error as Error).message)
  }
  if (row.source === '') tell('has no source')
  for (const source of row.source.split('; '))
    if (!isSource(source))
      tell(`has the source ${JSON.stringify(source)}, expected seed:000, a URL, or owner/repo@commit path`)
}

/** `seed:000`, a URL, or `owner/repo@commit path`. */
function isSource(source: string): boolean {
  return (
    /^seed:00[0-4]$/.test(source) ||
    (/^https?:\/\/\S+$/.test(source) && URL.canParse(source)) ||
    /^[\w.-]+\/[\w.-]+@[0-9a-f]{7,40} \S.*$/.test(source)
  )
}

/** The separate tests of a row's `when`; `message=` takes the rest. */
function tests({ when }: CatalogRow): string[] {
  const start = when.startsWith('message=') ? 0 : when.indexOf(' message=')
  const plain = start < 0 ? when : when.slice(0, start)
  return [...plain.split(' ').filter((test) => test !== ''), ...(start < 0 ? [] : [when.slice(start).trimStart()])]
}

/** Two sets of tests exclude each other when they ask one thing for two different plain values. */
function canBothHold(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((one) =>
    b.some((other) => {
      const [name, value] = [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]
      const otherValue = other.slice(other.indexOf('=') + 1)
      return other.startsWith(`${name}=`) && name !== 'has' && excludes(value, otherValue)
    }),
  )
}

function excludes(a: string, b: string): boolean {
  if (a === b) return false
  if (/^\dxx$/.test(a) || /^\dxx$/.test(b)) return a[0] !== b[0]
  const [headA = '', tailA] = a.split('*')
  const [headB = '', tailB] = b.split('*')
  if (tailA === undefined && tailB === undefined) return true
  if (tailA === undefined) return !(a.startsWith(headB) && a.endsWith(tailB ?? ''))
  if (tailB === undefined) return !(b.startsWith(headA) && b.endsWith(tailA))
  const heads = headA.startsWith(headB) || headB.startsWith(headA)
  const tails = tailA.endsWith(tailB) || tailB.endsWith(tailA)
  return !(heads && tails)
}

/** The order of rows: numbers numerically, then words by code point; a code's plain row first. */
export function compareRows(a: CatalogRow, b: CatalogRow): number {
  const [aIsNumber, bIsNumber] = [isPlainInteger(a.code), isPlainInteger(b.code)]
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  if (aIsNumber && a.code !== b.code) return Number(a.code) - Number(b.code)
  if (a.code !== b.code) return Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)) // bytes of UTF-8 stand in the order of code points
  return Number(a.when !== '') - Number(b.when !== '')
}

function didYouMean(reason: string): string {
  const near = reasons.find((one) => one.startsWith(reason.slice(0, 5)) || one.endsWith(reason.slice(-6)))
  return near === undefined ? '' : `; did you mean ${near}?`
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  const found = readCatalog()
    .filter(({ provider }) => wanted.length === 0 || wanted.includes(provider))
    .flatMap(checkTable)
  for (const sentence of found) console.log(sentence)
  console.log(`${found.length} found`)
  process.exitCode = found.length === 0 ? 0 : 1
}
