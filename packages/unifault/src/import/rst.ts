// reStructuredText: its titles, its four kinds of tables, definitions and lists. There is no well-kept reader of it for
// JavaScript; of the form only what error pages use is read.
import { type Block, type Row, tableOfPairs, tidy } from './blocks.ts'
import { readDelimited } from './delimited.ts'
import { afterLead } from './html.ts'

const underline = /^([=\-~^"'`#*+.:_])\1{2,}\s*$/
const simpleRule = /^\s*=+(?: +=+)+\s*$/
const gridRule = /^\s*\+(?:[-=]+\+)+\s*$/
const bullet = /^\s*[*+-]\s+/

/** The headings, tables and lines of a reStructuredText document. */
export function readRst(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, '').replace(/\t/g, '        '))
  const blocks: Block[] = []
  const levels: string[] = []
  let pairs: Row[] = []
  const add = (block: Block): void => {
    if (pairs.length > 0) blocks.push(tableOfPairs(pairs))
    pairs = []
    blocks.push(block)
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const next = lines[at + 1] ?? ''
    if (line.trim() === '') continue
    if (underline.test(next) && !underline.test(line) && widthOf(line.trim()) <= widthOf(next.trim()) + 2) {
      const sign = next.charAt(0)
      if (!levels.includes(sign)) levels.push(sign)
      add({ kind: 'heading', line: at + 1, level: levels.indexOf(sign) + 1, text: plainRst(line) })
      at++
    } else if (gridRule.test(line)) {
      let end = at
      while (/^\s*[+|]/.test(lines[end] ?? '')) end++
      add(gridTable(lines.slice(at, end), at + 1))
      at = end - 1
    } else if (simpleRule.test(line)) {
      const end = endOfSimple(lines, at)
      if (end !== undefined) {
        add(simpleTable(lines.slice(at, end + 1), at + 1))
        at = end
      }
    } else if (/^\s*\.\.( |$)/.test(line)) {
      const end = endOfIndented(lines, at, indentOf(line))
      for (const block of directive(lines.slice(at, end), at + 1)) add(block)
      at = end - 1
    } else if (bullet.test(line)) {
      const end = endOfIndented(lines, at, indentOf(line))
      const whole = plainRst(lines.slice(at, end).join(' ').replace(bullet, ''))
      const lead = /^(?:``([^`]+)``|\*\*([^*]+)\*\*|`([^`]+)`)/.exec(line.replace(bullet, ''))
      const term = lead?.[1] ?? lead?.[2] ?? lead?.[3]
      if (term !== undefined && whole.length > term.length)
        pairs.push({ line: at + 1, cells: [tidy(term), afterLead(whole.slice(term.length))] })
      else add({ kind: 'line', line: at + 1, text: whole })
      at = end - 1
    } else if (next.trim() !== '' && indentOf(next) > indentOf(line)) {
      const end = endOfIndented(lines, at, indentOf(line))
      pairs.push({ line: at + 1, cells: [plainRst(line), plainRst(lines.slice(at + 1, end).join(' '))] })
      at = end - 1
    } else add({ kind: 'line', line: at + 1, text: plainRst(line) })
  }
  if (pairs.length > 0) blocks.push(tableOfPairs(pairs))
  return blocks
}

/** Text without the marks of the form. A name of which emphasis has taken the low lines (`NOT\ *FOUND*`) gets them back. */
function plainRst(text: string): string {
  return tidy(
    text
      .replace(/(?<=\w)\\ \*(\w+)\*(?=\\ \w|$|\s)/g, '_$1')
      .replace(/(?<=_\w{1,80})\\ (?=\w)/g, '_')
      .replace(/\\ /g, '')
      .replace(/``([^`]+)``/g, '$1')
      .replace(/:[\w:+.-]{1,80}:`([^`<]+)(?:<[^`>]*>)?`/g, (_whole, text: string) => text.trimEnd())
      .replace(/`([^`<]+)<[^`>]*>`__?/g, (_whole, text: string) => text.trimEnd())
      .replace(/`([^`]+)`_{0,2}/g, '$1')
      .replace(/\*\*([^*]+)\*\*/g, '$1')
      .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '$1')
      .replace(/^\| /, '')
      .replace(/\\(.)/g, '$1'),
  )
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The index after the last line that belongs to the one at `start`: indented deeper, or empty before such a one. */
function endOfIndented(lines: readonly string[], start: number, indent: number): number {
  let end = start + 1
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (indentOf(line) <= indent) break
    end = at + 1
  }
  return end
}

/** Columns that a letter takes in a terminal: tables are drawn in them. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += isWide(letter.codePointAt(0) ?? 0) ? 2 : 1
  return width
}

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  code >= 0x20000

/** The pieces of a line between columns. Where the author has counted letters instead, the line has no gap at a column. */
function slices(line: string, starts: readonly number[]): string[] {
  const byWidth: string[] = starts.map(() => '')
  const byLetter = starts.map((start, index) => line.slice(start, starts[index + 1]))
  let width = 0
  let column = 0
  let isCut = false
  for (const letter of line) {
    while (column + 1 < starts.length && width >= (starts[column + 1] ?? 0)) {
      column++
      if (!/[\s|]$/.test(byWidth[column - 1] ?? ' ')) isCut = true
    }
    byWidth[column] += letter
    width += isWide(letter.codePointAt(0) ?? 0) ? 2 : 1
  }
  if (!isCut) return byWidth
  const isClean = byLetter.slice(0, -1).every((piece) => piece === '' || /[\s|]$/.test(piece))
  if (isClean) return byLetter
  const parts = line.trim().split(/\s{2,}/)
  return parts.length === starts.length ? parts : byWidth
}

function endOfSimple(lines: readonly string[], start: number): number | undefined {
  const rule = (lines[start] ?? '').trim()
  let rules = 0
  for (let at = start; at < lines.length; at++) {
    if ((lines[at] ?? '').trim() !== rule) continue
    if (++rules === 3) return at
    // Without captions the second rule is the last.
    if (rules === 2 && (lines[at + 1] ?? '').trim() === '' && !lines.slice(at + 1).some((line) => line.trim() === rule))
      return at
  }
  return undefined
}

function simpleTable(lines: readonly string[], first: number): Block {
  const starts = [...(lines[0] ?? '').matchAll(/=+/g)].map((match) => match.index)
  const rule = (lines[0] ?? '').trim()
  const rows: { line: number; cells: string[] }[] = []
  let captions: number | undefined
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '') return
    if (line.trim() === rule) {
      if (index < lines.length - 1) captions = rows.length
      return
    }
    // A rule of dashes only joins the columns of the captions above it.
    if (/^[\s-]+$/.test(line)) return
    const cells = slices(line, starts).map((cell) => cell.trim())
    const last = rows.at(-1)
    const isCaptionsEnd = captions !== undefined && rows.length === captions
    if (cells[0] === '' && last !== undefined && !isCaptionsEnd)
      last.cells = last.cells.map((cell, column) => tidy(`${cell} ${cells[column] ?? ''}`))
    else rows.push({ line: first + index, cells })
  })
  return { kind: 'table', line: first, captions, rows: rows.map(plainRow) }
}

const plainRow = ({ line, cells }: Row): Row => ({ line, cells: cells.map(plainRst) })

/** A cell that a rule does not end goes on in the next row. */
function gridTable(lines: readonly string[], first: number): Block {
  const border = lines[0] ?? ''
  const edges = [...border.matchAll(/\+/g)].map((match) => match.index)
  const starts = edges.slice(0, -1)
  const rows: Row[] = []
  let captions: number | undefined
  let cells: string[] = starts.map(() => '')
  let line = first + 1
  lines.slice(1).forEach((text, index) => {
    const pieces = slices(text, starts)
    if (/^\s*[+|][-=+|\s]*[-=]{2}/.test(text) && pieces.some((piece) => /^\+[-=]{2,}/.test(piece))) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push(plainRow({ line, cells }))
      if (text.includes('+=')) captions = rows.length
      cells = cells.map((cell, column) => (/^\+[-=]{2,}/.test(pieces[column] ?? '') ? '' : cell))
      line = first + index + 2
      return
    }
    // A piece without an edge belongs to the cell before it.
    let owner = 0
    pieces.forEach((piece, column) => {
      if (/^\s*\|/.test(piece)) owner = column
      const inner = piece.replace(/^\s*\|/, '').replace(/\|\s*$/, '')
      cells[owner] = `${cells[owner] ?? ''}${owner === column ? ' ' : ''}${inner}`
    })
  })
  return { kind: 'table', line: first, captions, rows }
}

/** `list-table` and `csv-table`; notes and warnings are running text; what else there is (targets, images) says nothing. */
function directive(lines: readonly string[], first: number): Block[] {
  const [, name = ''] = /^\s*\.\.\s+([\w-]+)::/.exec(lines[0] ?? '') ?? []
  const options = new Map<string, string>()
  let start = 1
  for (; start < lines.length; start++) {
    const option = /^\s+:([\w-]+):(.*)$/.exec(lines[start] ?? '')
    if (option === null) break
    options.set(option[1] ?? '', option[2]?.trimStart() ?? '')
  }
  const body = lines.slice(start)
  const from = first + start
  if (name === 'list-table') return [listTable(body, from, Number(options.get('header-rows') ?? 0))]
  if (name === 'csv-table') return csvTable(body, from, options)
  if (name === 'table') return readRst(body.join('\n').replace(/^[ \t]+/gm, '')).map((block) => moved(block, from - 1))
  return []
}

const moved = (block: Block, by: number): Block =>
  block.kind === 'table'
    ? { ...block, line: block.line + by, rows: block.rows.map(({ line, cells }) => ({ line: line + by, cells })) }
    : { ...block, line: block.line + by }

function listTable(lines: readonly string[], first: number, captions: number): Block {
  const rows: { line: number; cells: string[] }[] = []
  lines.forEach((line, index) => {
    const start = /^\s*\* - ?(.*)$/.exec(line)
    const more = /^\s+- ?(.*)$/.exec(line)
    const last = rows.at(-1)?.cells
    if (start !== null) rows.push({ line: first + index, cells: [start[1] ?? ''] })
    else if (more !== null) last?.push(more[1] ?? '')
    else if (last !== undefined && line.trim() !== '') last[last.length - 1] += ` ${line.trim()}`
  })
  return { kind: 'table', line: first, captions: captions || undefined, rows: rows.map(plainRow) }
}

function csvTable(lines: readonly string[], first: number, options: ReadonlyMap<string, string>): Block[] {
  const header = options.get('header')
  const delimiter = options.get('delim') === 'tab' ? '\t' : ','
  const body = lines.map((line) => line.trim()).join('\n')
  const own = header === undefined ? Number(options.get('header-rows') ?? 0) : 1
  return readDelimited(header === undefined ? body : `${header}\n${body.trimStart()}`, delimiter).map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          line: first,
          captions: own || undefined,
          rows: block.rows.map(({ line, cells }) =>
            plainRow({ line: first + line - (header === undefined ? 1 : 2), cells }),
          ),
        }
      : block,
  )
}
