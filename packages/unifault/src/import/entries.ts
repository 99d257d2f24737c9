// The codes of a document: what each of its tables says of each code.
import type { Words } from '@unifault/providers/words'
import { type Block, type Row, han, tidy, withoutEnd } from './blocks.ts'
import { codesOf, isTelling } from './codes.ts'
import { type Columns, findColumns } from './columns.ts'
import { wordsOfName } from './names.ts'
import { splitLanguages } from './split-line.ts'

/** One code as the document has it. */
export interface Entry {
  readonly line: number
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly fixZh: string
  readonly fixEn: string
  /** The HTTP status beside it. */
  readonly status: number | undefined
  /** What else stands beside it: an identifier, a cause, a long remedy. Words may read it, no cell shows it. */
  readonly name: string
  readonly aside: string
  /** The text is the identifier, spelt out: the document has bare names. */
  readonly isName: boolean
}

/** Entries that stand together: no code twice. */
export interface List {
  readonly title: string
  readonly caption: string
  readonly entries: readonly Entry[]
}

/** Something in the document that a person should look at. */
export interface Note {
  readonly line: number
  readonly text: string
}

export interface Found {
  readonly lists: readonly List[]
  readonly notes: readonly Note[]
}

interface OpenList {
  title: string
  caption: string
  entries: Map<string, Entry>
}

/** A table that repeats so much of a list begins another one. */
const repeatedShare = 0.5
const leastRepeated = 3

/** Every code that the tables of a document name. */
export function findEntries(blocks: readonly Block[], words: Words): Found {
  const lists: OpenList[] = []
  const notes: Note[] = []
  const titles: { level: number; text: string }[] = []
  let prose: string[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while ((titles.at(-1)?.level ?? 0) >= block.level) titles.pop()
      titles.push({ level: block.level, text: block.text })
      prose = []
      continue
    }
    if (block.kind === 'line') {
      if (block.text.trim() !== '') prose.push(block.text)
      continue
    }
    const above = prose.slice(-3)
    const title = [...titles.map(({ text }) => text), ...above].join('\n')
    const found = findColumns(block, title, words)
    prose = []
    if ('because' in found) {
      if (found.because !== undefined) notes.push({ line: block.line, text: `the table ${found.because}: left out` })
      continue
    }
    const entries = entriesOf(found, (line, text) => notes.push({ line, text }))
    const name =
      [...above.filter((line) => line.length <= 60), ...titles.map(({ text }) => text)].at(0) ??
      titles.at(-1)?.text ??
      ''
    addTo(lists, entries, { title: titles.at(-1)?.text ?? name, caption: found.caption }, notes)
  }
  return { lists: lists.map(({ entries, ...rest }) => ({ ...rest, entries: [...entries.values()] })), notes }
}

function addTo(
  lists: OpenList[],
  entries: readonly Entry[],
  { title, caption }: { title: string; caption: string },
  notes: Note[],
): void {
  if (entries.length === 0) return
  const repeats = (list: OpenList): number =>
    new Set(entries.filter(({ code }) => list.entries.has(code)).map(({ code }) => code)).size
  const own = new Set(entries.map(({ code }) => code)).size
  const last = lists.at(-1)
  const isAnother =
    last !== undefined && repeats(last) >= Math.max(leastRepeated, own * repeatedShare) && differs(last, entries)
  let list = last
  if (list === undefined || isAnother) lists.push((list = { title, caption, entries: new Map() }))
  for (const entry of entries) {
    const known = list.entries.get(entry.code)
    if (known === undefined) list.entries.set(entry.code, entry)
    else if (!saysTheSame(known, entry))
      notes.push({
        line: entry.line,
        text: `${entry.code} says something else than on line ${known.line}: the first stands`,
      })
  }
}

const saysTheSame = (a: Entry, b: Entry): boolean => a.zh === b.zh && a.en === b.en

/** A list that is printed twice is one. */
function differs(list: OpenList, entries: readonly Entry[]): boolean {
  return entries.some((entry) => {
    const known = list.entries.get(entry.code)
    return known === undefined || !saysTheSame(known, entry)
  })
}

/** The rows of a table as entries. */
function entriesOf(columns: Columns, tell: (line: number, text: string) => void): Entry[] {
  const { rows, code, forms, messages } = columns
  const [only] = messages
  // One column may hold both languages, side by side.
  const both = messages.length === 1 ? splitLanguages(rows.map(({ cells }) => cells[only!] ?? '')) : undefined
  const found: Entry[] = []
  let open: string[] = []
  rows.forEach((row, index) => {
    const cell = row.cells[code] ?? ''
    const { codes, range, beside } = codesOf(cell, forms)
    if (range !== undefined) return tell(row.line, `${JSON.stringify(range)} names many codes at once: left out`)
    if (codes.length === 0 && cell !== '') {
      open = []
      if (cell !== columns.caption) tell(row.line, `${JSON.stringify(short(cell))} is no code: left out`)
      return
    }
    // An empty cell below a code means the same code.
    if (codes.length > 0) open = [...codes]
    const texts = textsOf(row, columns, both?.[index], beside)
    for (const one of open) {
      if (texts.zh === '' && texts.en === '' && codes.length > 0) tell(row.line, `${one} has no text: left out`)
      else if (texts.zh !== '' || texts.en !== '') found.push({ line: row.line, code: one, ...texts })
    }
  })
  return found
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

type Texts = Omit<Entry, 'line' | 'code'>

function textsOf(row: Row, columns: Columns, both: readonly [string, string] | undefined, beside: string): Texts {
  const cell = (at: number): string => row.cells[at] ?? ''
  const said = both ?? columns.messages.map(cell)
  const zh = said.filter((text) => han.test(text))
  const en = said.filter((text) => !han.test(text) && /[a-z]{2}/i.test(text))
  const name = [...columns.names.map(cell), ...(isTelling(beside) ? [beside] : [])]
    .filter((text) => text !== '')
    .join(' ')
  const remedies = columns.remedies.map(cell)
  const message = isTelling(beside) ? '' : beside
  const code = cell(columns.code)
  const shown = (texts: readonly string[]): string =>
    texts.map((text) => cellText(text)).find((text) => text !== '' && text !== code) ?? ''
  const texts = { zh: shown(zh), en: shown(en) }
  // Where only an identifier stands beside the code, its words are the text.
  const hasNone = texts.zh === '' && texts.en === ''
  const isName = hasNone && cellText(message) === ''
  // A code that is words itself needs no others.
  const fallback = hasNone ? cellText(message) || spellOut(name) || (isTelling(code) ? spellOut(code) : '') : ''
  return {
    zh: han.test(fallback) ? fallback : texts.zh,
    en: fallback !== '' && !han.test(fallback) ? fallback : texts.en,
    fixZh: shown(remedies.filter((text) => han.test(text)).map(remedyText)),
    fixEn: shown(remedies.filter((text) => !han.test(text)).map(remedyText)),
    status: columns.status === undefined ? undefined : statusIn(cell(columns.status)),
    name,
    isName: isName && fallback !== '',
    aside: [...zh.slice(1), ...en.slice(1), ...columns.causes.map(cell), ...remedies].map(tidy).join(' ').slice(0, 400),
  }
}

const statusIn = (text: string): number | undefined => {
  const found = /\b[1-5]\d\d\b/.exec(text)?.[0]
  return found === undefined ? undefined : Number(found)
}

/** A text beyond this is cut after a sentence. */
const longestText = 240
const longestRemedy = 160

/** A published text for a cell: one line; a single sentence stands without its full stop. */
function cellText(text: string): string {
  let line = tidy(text)
  if (line.length > longestText) {
    const ends = [...line.matchAll(/[。！？；]|[.!?](?=\s)/g)].map(({ index }) => index + 1)
    line = line.slice(0, ends.find((end) => end >= 12 && end <= longestText) ?? longestText).trim()
  }
  return /[。！？；].|[.!?;]\s/.test(line) ? line : withoutEnd(line, /[。.；;，,:：\s]/)
}

/** A published remedy, where it is one short sentence; advice of several stays where it is published. */
function remedyText(text: string): string {
  const line = tidy(text)
  const isShort = line.length >= 4 && line.length <= longestRemedy && !/https?:/.test(line)
  const ends = line.replace(/\b(?:e\.g|i\.e|etc)\./g, '').match(/[。！？]|[.!?](?=\s|$)/g) ?? []
  return isShort && (ends.length === 0 || (ends.length === 1 && /[。！？.!?]$/.test(line)))
    ? line.replace(/[。.]$/, '')
    : ''
}

function spellOut(name: string): string {
  const words = wordsOfName(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
