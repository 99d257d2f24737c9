// Text that was a table once and has lost its lines: a line a code, or a line a cell.
import { type Block, type Line, type Row, type Table, tidy, withoutEnd } from './blocks.ts'
import { type Caption, captionsOf, gluedCaptionsOf, readCaption } from './captions.ts'
import { type CodeForm, codeForm, codeLine, isTelling } from './codes.ts'
import { splitLine } from './split-line.ts'

/** Rows without captions must be so many to be taken for a table. */
const leastRows = 3
/** A cell a line: no list has more columns. */
const mostColumns = 8
/** Lines that may continue a row. */
const mostContinued = 3

/** The document with the tables that stand in its running text. */
export function findTextTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]
    if (block?.kind !== 'line') {
      if (block !== undefined) found.push(block)
      at++
      continue
    }
    let end = at
    while (blocks[end]?.kind === 'line') end++
    found.push(...tablesOf((blocks.slice(at, end) as Line[]).flatMap(withoutBars)))
    at = end
  }
  return found
}

/** Bars that were the lines of a table: what stands between two is a cell, a line of them alone is nothing. */
function withoutBars(line: Line): Line[] {
  if (!line.text.includes('|')) return [line]
  const cells = line.text.split('|').map((cell) => withoutEnd(cell.replace(/^[ \t]+/, ''), /[ \t]/))
  const text = cells.join('\t').trim()
  const isRule = text === '' || (/^[-:\t ]+$/.test(text) && text.includes('--'))
  return isRule ? [] : [{ ...line, text }]
}

function tablesOf(lines: readonly Line[]): Block[] {
  const found: Block[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!
    const captions = captionsAt(lines, at)
    const start = captions?.end ?? at
    const table =
      cellALine(lines, start, captions?.captions) ??
      codeALine(lines, start, captions?.captions) ??
      gluedLines(lines, start, captions?.captions) ??
      labelledLines(lines, at)
    if (table === undefined) {
      found.push(line)
      at++
      continue
    }
    const names = table.captions ?? captions?.captions
    const head: Row[] = names === undefined ? [] : [{ line: line.line, cells: [...names] }]
    const rows = [...head, ...table.rows]
    found.push({ kind: 'table', line: line.line, captions: head.length || undefined, rows } satisfies Table)
    at = table.end
  }
  return found
}

interface Captions {
  readonly captions: string[]
  /** The index after them. */
  readonly end: number
}

/** Captions that stand on one line, or one on each of several. */
function captionsAt(lines: readonly Line[], at: number): Captions | undefined {
  const next = nextFilled(lines, at)
  const text = lines[at]?.text ?? ''
  const one = captionsOf(text)
  if (one !== undefined) return { captions: one, end: next }
  const glued = gluedCaptionsOf(text)
  if (glued !== undefined && gluedRow.test(lines[next]?.text ?? '')) return { captions: glued, end: next }
  const several: string[] = []
  let end = at
  while (several.length < mostColumns) {
    const text = tidy(lines[end]?.text ?? '')
    const caption = text.length > 44 ? undefined : readCaption(text)
    if (caption === undefined || several.includes(text)) break
    // `未知错误` below a code is no caption: the first one speaks of codes, or of statuses before them.
    if (several.length === 0 && caption.role !== 'code' && caption.role !== 'status') break
    // A second one of codes shows that the first was a title.
    if (caption.role === 'code' && several.some((other) => readCaption(other)?.role === 'code')) break
    several.push(text)
    end = nextFilled(lines, end)
  }
  return several.length >= 2 && codeOn(lines[end]) !== undefined ? { captions: several, end } : undefined
}

function nextFilled(lines: readonly Line[], at: number): number {
  let next = at + 1
  while (next < lines.length && lines[next]?.text.trim() === '') next++
  return next
}

/** The form of the code that stands alone on a line. */
function codeOn(line: Line | undefined): CodeForm | undefined {
  const text = unquoted(line?.text ?? '')
  return isTelling(text) ? codeForm(text) : undefined
}

const unquoted = (text: string): string => tidy(text).replace(/^[`"'[【]|[`"'\]】:：]$/g, '')

interface Found {
  /** Where the rows themselves name them. */
  readonly captions?: readonly string[]
  readonly rows: Row[]
  readonly end: number
}

/** A code on a line of its own, and each of its cells on one of the next. */
function cellALine(lines: readonly Line[], start: number, captions: readonly string[] | undefined): Found | undefined {
  const form = codeOn(lines[start])
  if (form === undefined) return undefined
  const filled: number[] = []
  for (let at = start; at < lines.length; at++) if (lines[at]?.text.trim() !== '') filled.push(at)
  const isCode = (index: number): boolean => codeOn(lines[filled[index] ?? -1]) === form
  const size = captions?.length ?? sizeOf(filled.length, isCode)
  if (size === undefined || size < 2) return undefined
  const rows: Row[] = []
  let index = 0
  while (index < filled.length && isCode(index)) {
    let length = 1
    const isRegular = isCode(index + size) || index + size >= filled.length
    while (length < size && index + length < filled.length) {
      // A status is a number too, and no new row.
      const isStatus = readCaption(captions?.[length] ?? '')?.role === 'status'
      if (!isRegular && !isStatus && isCode(index + length)) break
      if (captionsAt(lines, filled[index + length]!) !== undefined) break
      length++
    }
    const own = filled.slice(index, index + length).map((at) => lines[at]!)
    if (own.length > 1)
      rows.push({ line: own[0]!.line, cells: own.map(({ text }, cell) => (cell === 0 ? unquoted(text) : tidy(text))) })
    index += length
  }
  return rows.length >= (captions === undefined ? leastRows : 1)
    ? { rows, end: filled[index] ?? lines.length }
    : undefined
}

/** From one code to the next it is nearly always as far. */
function sizeOf(count: number, isCode: (index: number) => boolean): number | undefined {
  const steps: number[] = []
  let last = 0
  for (let index = 1; index < count; index++) {
    if (!isCode(index)) continue
    if (index - last > mostColumns) break
    steps.push(index - last)
    last = index
  }
  const size = steps.toSorted((a, b) => countOf(steps, b) - countOf(steps, a) || a - b)[0]
  return size !== undefined && countOf(steps, size) >= Math.max(leastRows - 1, steps.length * 0.6) ? size : undefined
}

const countOf = (list: readonly number[], value: number): number => list.filter((one) => one === value).length

/** A code and its texts on one line; what a row needs more of goes on below it. */
function codeALine(lines: readonly Line[], start: number, captions: readonly string[] | undefined): Found | undefined {
  const first = codeLine(lines[start]?.text ?? '')
  if (first === undefined) return undefined
  const columns = (captions ?? ['', '']).slice(1).map(readCaption)
  // Below a status that spans rows only the first of them begins with it.
  const isStatusFirst = readCaption(captions?.[0] ?? '')?.role === 'status'
  const rowAt = (at: number): ReturnType<typeof codeLine> => {
    const row = codeLine(lines[at]?.text ?? '')
    return row === undefined || row.form === first.form
      ? row
      : isStatusFirst
        ? { code: '', rest: lines[at]!.text, form: first.form }
        : undefined
  }
  const isRow = (at: number): boolean => rowAt(at) !== undefined
  const found: { line: number; code: string; text: string }[] = []
  let at = start
  while (at < lines.length) {
    const { line, text } = lines[at]!
    const row = rowAt(at)
    if (row !== undefined) found.push({ line, code: row.code, text: row.rest })
    else if (text.trim() !== '') {
      const last = found.at(-1)!
      let next = at + 1
      while (next < at + mostContinued && next < lines.length && !isRow(next) && lines[next]!.text.trim() !== '') next++
      const isContinued =
        isRow(next) && next <= at + mostContinued && lines[at - 1]?.text.trim() !== '' && !endsTable(lines, at)
      if (!isContinued) break
      for (; at < next; at++) last.text += ` ${tidy(lines[at]!.text)}`
      continue
    }
    at++
  }
  const codes = new Set(found.map(({ code }) => code))
  if (captions === undefined && codes.size < leastRows) return undefined
  const language = languagesOf(columns, captions)
  const rows = found.map(({ line, code, text }) => ({
    line,
    cells: isStatusFirst ? [code, ...afterStatus(text, language)] : [code, ...splitLine(text, language)],
  }))
  return { rows, end: at }
}

/** `100001服务器内部错误`, `AUTH_101ApiKey 不存在` */
const gluedRow =
  /^(?:(-?\d{1,12})(?=\p{Script=Han}|[A-Za-z])|([A-Z]+(?:_[A-Z\d]+)*)(?=\p{Script=Han}|[A-Z][a-z]))(.+)$/u

/** Rows below captions whose cells nothing separates any more. */
function gluedLines(lines: readonly Line[], start: number, captions: readonly string[] | undefined): Found | undefined {
  if (captions?.length !== 2) return undefined
  const rows: Row[] = []
  let at = start
  for (; at < lines.length; at++) {
    const { line, text } = lines[at]!
    const [, number = '', name = '', rest = ''] = gluedRow.exec(text.trim()) ?? []
    const code = number || name
    if (code !== '') rows.push({ line, cells: [code, rest] })
    // What a row says further stands below it.
    else if (!lines.slice(at + 1, at + 1 + mostContinued).some((next) => gluedRow.test(next.text.trim()))) break
  }
  return rows.length === 0 ? undefined : { rows, end: at }
}

const labelled = /^(?:[-*•·]\s+)?([^:：]{1,24})[:：]\s*(\S.*)$/

/** `Code: E1001`, `Message: gone`: each line says itself what it is, and the one with a code begins a row. */
function labelledLines(lines: readonly Line[], start: number): Found | undefined {
  const captions: string[] = []
  const rows: { line: number; cells: string[] }[] = []
  let at = start
  for (; at < lines.length; at++) {
    const { line, text } = lines[at]!
    if (text.trim() === '') continue
    const [, label = '', value = ''] = labelled.exec(text.trim()) ?? []
    const role = label === '' ? undefined : readCaption(label)?.role
    if (role === undefined) break
    if (role === 'code') rows.push({ line, cells: [] })
    const row = rows.at(-1)
    if (row === undefined) return undefined
    if (!captions.includes(label)) captions.push(label)
    const column = captions.indexOf(label)
    while (row.cells.length <= column) row.cells.push('')
    row.cells[column] = unquoted(value)
  }
  const codes = rows.filter(({ cells }) => isTelling(cells[0] ?? ''))
  return captions.length >= 2 && codes.length >= 2 ? { captions, rows, end: at } : undefined
}

/** `Bad Request 40002 The field is unknown`: the words of a status stand before the code. */
function afterStatus(text: string, columns: readonly (Caption | undefined)[]): string[] {
  const words = text.split(' ')
  const at =
    columns[0]?.role === 'code' && !text.includes('\t')
      ? words.findIndex((word) => isTelling(word) && word.length > 3)
      : -1
  return at < 0 ? splitLine(text, columns) : [words[at]!, ...splitLine(words.slice(at + 1).join(' '), columns.slice(1))]
}

/** A title stands between two tables, not inside of one. */
function endsTable(lines: readonly Line[], at: number): boolean {
  const text = tidy(lines[at]?.text ?? '')
  return (
    /^[#一二三四五六七八九十（(]+[、.)）\s]|[:：]$|^https?:|错误码|返回码|error codes?/i.test(text) ||
    captionsAt(lines, at) !== undefined
  )
}

/** Where two columns of messages have captions in two scripts, these tell their languages. */
function languagesOf(
  columns: readonly (Caption | undefined)[],
  captions: readonly string[] = [],
): (Caption | undefined)[] {
  const messages = columns.filter((one) => one?.role === 'message')
  const scripts = captions.slice(1).map((caption) => (/\p{Script=Han}/u.test(caption) ? 'zh' : 'en'))
  const own = new Set(columns.flatMap((one, index) => (one?.role === 'message' ? [scripts[index]] : [])))
  if (messages.length !== 2 || own.size !== 2 || messages.some((one) => one?.language !== undefined))
    return [...columns]
  return columns.map((one, index) => (one?.role === 'message' ? { ...one, language: scripts[index]! } : one))
}
