// Which column of a table holds the codes, which the messages, which the remedies; and whether it is a table of errors at all.
import { STATUS_CODES } from 'node:http'
import type { Words } from '@unifault/providers/words'
import { type Row, type Table, han } from './blocks.ts'
import { type Caption, type Role, readCaption } from './captions.ts'
import { type CodeForm, codeForm, codesOf, isTelling } from './codes.ts'

/** Members of an answer, which pages of errors explain as well. */
const members =
  /^(?:err(?:or)?|sub|ret|res|result|status|http)?[_-]?(?:code|msg|message|type|desc|description|detail|details|no|info|status|data|uri|reason)s?$|^(?:request|trace|log|session)[_-]?id$|^timestamp$/i

/** The columns of a table of errors. */
export interface Columns {
  readonly code: number
  /** The caption of the codes, empty where there is none. */
  readonly caption: string
  readonly forms: ReadonlySet<CodeForm>
  readonly status: number | undefined
  /** Identifiers beside numbers. */
  readonly names: readonly number[]
  readonly messages: readonly number[]
  readonly causes: readonly number[]
  readonly remedies: readonly number[]
  /** The rows below the captions. */
  readonly rows: readonly Row[]
}

/** A table that is none of errors; `because` is worth telling where it nearly was one. */
export interface NoErrors {
  readonly because: string | undefined
}

interface Column {
  readonly caption: Caption | undefined
  readonly text: string
  /** Of the cells that are not empty, the share that is a code, one that is no mere word, and a number. */
  readonly codes: number
  readonly telling: number
  readonly numbers: number
  readonly statuses: number
  readonly years: number
  /** The share that is one identifier and nothing else. */
  readonly names: number
  readonly distinct: number
  readonly filled: number
  /** The share of cells that are sentences. */
  readonly prose: number
}

const aboutErrors =
  /错误|异常|报错|返回码|响应码|状态码|失败|error|exception|fault|failure|(?:return|result|response|status|reject\w*) ?codes?|errno|errcode/i

const columnsOfParameters =
  /^(?:类型|数据类型|必填|是否必[填选须需]|必选|默认值?|示例值?|type|data ?type|required|optional|default|example|format|mandatory)$/i

/**
 * Finds the columns.
 *
 * @param title what stands above the table
 */
export function findColumns(table: Table, title: string, words: Words): Columns | NoErrors {
  const captionRows = table.captions ?? (readsAsCaptions(table.rows[0]) ? 1 : 0)
  const isData = captionRows === 1 && hasCodeInCaptions(table.rows[0])
  const count = isData ? 0 : captionRows
  const rows = table.rows.slice(count).filter(({ cells }) => !isTitle(cells))
  const captions = captionTexts(table.rows.slice(0, count))
  const width = Math.max(0, ...rows.slice(0, 1000).map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => columnOf(rows, at, captions[at] ?? ''))
  const named = codeColumn(columns)
  const code = named === undefined ? undefined : (valueColumn(columns, named) ?? named)
  if (code === undefined) return { because: undefined }
  const refused = refusal(columns, code, rows, title, words)
  if (refused !== undefined) return { because: refused.because }
  const of = (...roles: Role[]): number[] =>
    columns.flatMap(({ caption }, at) =>
      at !== code && caption !== undefined && roles.includes(caption.role) ? [at] : [],
    )
  const isName = (at: number): boolean => columns[at]!.names >= 0.6
  const texts = columns.flatMap(({ caption, prose }, at) =>
    at !== code && caption === undefined && prose >= 0.5 ? [at] : [],
  )
  const said = of('message').filter((at) => !isName(at))
  const messages = [said, texts, of('cause'), of('name', 'code').filter((at) => columns[at]!.prose >= 0.5)].find(
    (list) => list.length > 0,
  )
  const statuses = columns.flatMap(({ caption, statuses }, at) =>
    at !== code && statuses > 0.6 && (caption?.role === 'status' || caption?.role === 'code') ? [at] : [],
  )
  const forms = new Set(
    rows.flatMap(({ cells }) => codesOf(cells[code] ?? '').codes.map((one) => codeForm(one) ?? 'number')),
  )
  return {
    code,
    caption: columns[code]!.text,
    forms,
    status: statuses[0],
    names: columns.flatMap((_, at) => (at !== code && !statuses.includes(at) && isName(at) ? [at] : [])),
    messages: messages ?? [],
    causes: of('cause').filter((at) => messages?.includes(at) !== true),
    remedies: of('remedy'),
    rows,
  }
}

/** A row whose cells are all alike is a title inside of the table. */
function isTitle(cells: readonly string[]): boolean {
  return cells.length > 1 && cells[0] !== '' && cells.every((cell) => cell === cells[0])
}

/** The texts above each column; a caption that spans rows stands once. */
function captionTexts(rows: readonly Row[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => {
    const texts = [...new Set(rows.map(({ cells }) => cells[at] ?? ''))].filter((text) => text !== '')
    return texts.findLast((text) => readCaption(text) !== undefined) ?? texts.at(-1) ?? ''
  })
}

function readsAsCaptions(row: Row | undefined): boolean {
  const read = (row?.cells ?? []).map(readCaption)
  return read.filter((one) => one !== undefined).length >= Math.max(2, read.length / 2) && !hasCodeInCaptions(row)
}

/** Some tables have no captions, and their form makes captions of the first row. */
function hasCodeInCaptions(row: Row | undefined): boolean {
  return (
    row?.cells.some(
      (cell) => /^-?\d+$/.test(cell) || (isTelling(cell) && readCaption(cell) === undefined && /_/.test(cell)),
    ) === true
  )
}

function columnOf(rows: readonly Row[], at: number, text: string): Column {
  const cells = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  const isCode = (cell: string): boolean => {
    const { codes, range } = codesOf(cell)
    return codes.length > 0 || range !== undefined
  }
  return {
    caption: readCaption(text),
    text,
    codes: share(isCode),
    telling: share((cell) => {
      const { codes, range } = codesOf(cell)
      return range !== undefined || (codes.length > 0 && codes.every(isTelling))
    }),
    numbers: share((cell) => /^-?\d+$/.test(cell)),
    statuses: share((cell) => /^[1-5]\d\d\b/.test(cell)),
    years: share((cell) => /^(?:19|20)\d\d年?$/.test(cell)),
    names: share((cell) => codeForm(cell) === 'identifier' && isTelling(cell)),
    distinct: new Set(cells).size / Math.max(1, cells.length),
    filled: cells.length / Math.max(1, rows.length),
    prose: share((cell) => !isTelling(cell) && (han.test(cell) || cell.split('\n').some(isPhrase))),
  }
}

/** Whether a space stands somewhere between two letters and two others. */
function isPhrase(text: string): boolean {
  const first = text.search(/[a-z]{2}/i)
  const space = first < 0 ? -1 : text.indexOf(' ', first + 2)
  return space >= 0 && /[a-z]{2}/i.test(text.slice(space))
}

/** How much a column with this caption looks like the one of the codes, before its cells are looked at. */
function byCaption({ caption, text }: Column, at: number): number | undefined {
  if (caption === undefined) return text === '' && at === 0 ? 1 : at === 0 ? 0 : undefined
  switch (caption.role) {
    case 'code':
      return caption.isSure ? 10 : 7
    case 'name':
      return caption.isSure ? 4 : 2
    case 'status':
      return /http/i.test(text) ? undefined : 3
    default:
      return undefined
  }
}

function codeColumn(columns: readonly Column[]): number | undefined {
  let best: { at: number; score: number } | undefined
  columns.forEach((column, at) => {
    const captioned = byCaption(column, at)
    if (captioned === undefined || column.filled === 0) return
    const isPlain = column.caption?.role === 'code' || (column.caption?.role === 'name' && column.caption.isSure)
    // Plain words are codes only below a caption that says so.
    if (isPlain ? column.codes < 0.5 : column.telling < 0.7) return
    const isStatusBeside =
      column.statuses > 0.9 &&
      column.distinct < 0.9 &&
      columns.some((one) => one !== column && one.telling > 0.7 && one.caption?.role !== 'message')
    const score = captioned + column.codes * 3 + column.distinct * 3 + column.filled - (isStatusBeside ? 6 : 0)
    if (best === undefined || score > best.score) best = { at, score }
  })
  return best?.at
}

/** Beside constants their values are what an answer has. */
function valueColumn(columns: readonly Column[], code: number): number | undefined {
  if (columns[code]!.numbers > 0.1) return undefined
  const at = columns.findIndex(
    ({ text, numbers, distinct }) => /^(?:values?|数值|取?值)$/i.test(text) && numbers > 0.9 && distinct > 0.9,
  )
  return at < 0 ? undefined : at
}

/** Why a table with a column of codes is none of errors. */
function refusal(
  columns: readonly Column[],
  code: number,
  rows: readonly Row[],
  title: string,
  words: Words,
): NoErrors | undefined {
  const own = columns[code]!
  const isSure = own.caption?.role === 'code' && own.caption.isSure
  const known = rows.filter(({ cells }) => STATUS_CODES[/^(\d{3})\b/.exec(cells[code] ?? '')?.[1] ?? ''] !== undefined)
  const isList = own.statuses > 0.9 && known.length >= rows.length * 0.8
  if (isList && (!isSure || /http/i.test(`${title} ${own.text}`)))
    return { because: 'lists HTTP statuses, which no table of codes needs' }
  if (isSure) return undefined
  const explained = rows.filter(({ cells }) => members.test(cells[code] ?? '')).length
  if (explained >= Math.max(2, rows.length * 0.3)) return { because: undefined }
  const isAboutErrors = aboutErrors.test(title) || columns.some(({ text }) => /错误|异常|error|exception/i.test(text))
  if (own.caption?.role !== 'code' && columns.some(({ text }) => columnsOfParameters.test(text)))
    return { because: undefined }
  const read =
    rows.slice(0, 400).filter(({ cells }) => saysError(cells, code, words)).length /
    Math.max(1, Math.min(rows.length, 400))
  const least = own.years > 0.8 ? 0.7 : own.caption === undefined || !isAboutErrors ? (isAboutErrors ? 0.3 : 0.5) : 0.2
  return read < least ? { because: isAboutErrors ? 'says nothing of errors that could be read' : undefined } : undefined
}

function saysError(cells: readonly string[], code: number, words: Words): boolean {
  const message = cells
    .filter((_, at) => at !== code)
    .join(' ')
    .slice(0, 400)
  const said = words.read({ message, code: cells[code] ?? '', status: 200 })
  return said !== undefined && said.reason !== 'ok' && said.confidence >= 0.6
}
