// What an import comes to: the rows of each list with their reasons, before anything is written.
import type { Words } from '@unifault/providers/words'
import { UserError } from '../errors.ts'
import type { Entry, List, Note } from './entries.ts'
import { findEntries } from './entries.ts'
import { blocksOf, type Form, formOf } from './document.ts'
import { judge } from './judgement.ts'
import { type Outcome, propose } from './propose.ts'
import type { TableRow } from './table-text.ts'

/** A row, where it stood, and how sure its reason is. */
export interface PlannedRow extends TableRow {
  readonly line: number
  readonly reason: Outcome
  readonly isDoubtful: boolean
  /** What else the reason may be. */
  readonly others: readonly Outcome[]
}

/** A list of codes: one table of the catalog. */
export interface PlannedList {
  readonly dialect: string
  readonly title: string
  readonly caption: string
  readonly rows: readonly PlannedRow[]
  /** The codes of success. */
  readonly successes: readonly string[]
  readonly hasNumbers: boolean
}

export interface Plan {
  readonly form: Form
  readonly lists: readonly PlannedList[]
  readonly notes: readonly Note[]
}

/**
 * Reads a document and proposes a reason for each of its codes.
 *
 * @param file the document's name, for its form and for errors
 * @param source what the rows cite; empty where it is not known
 */
export function planImport(text: string, file: string, source: string, words: Words): Plan {
  if (text.trim() === '') throw new UserError('is empty', { file, expected: 'a page of error codes' })
  const form = formOf(file, text)
  const { lists, notes } = findEntries(blocksOf(text, form, file), words)
  return {
    form,
    notes,
    lists: lists.map((list, index) => planList(list, index === 0 ? 'api' : `api-${index + 1}`, source, words)),
  }
}

function planList({ title, caption, entries }: List, dialect: string, source: string, words: Words): PlannedList {
  const rows = entries.map((entry) => planRow(entry, source, words))
  return {
    dialect,
    title: title.replace(/\s+/g, ' ').replace(/\*\//g, '* /'),
    caption,
    rows,
    successes: rows.filter(isSuccess).map(({ code }) => code),
    hasNumbers: rows.some(({ code }) => /^-?\d+$/.test(code)),
  }
}

function planRow(entry: Entry, source: string, words: Words): PlannedRow {
  const { line, code, zh, en, fixZh, fixEn, isName } = entry
  const { reason, isDoubtful, others } = propose(entry, words)
  const cited = isName && source !== '' ? `names ${source}` : source
  return { line, code, reason, zh, en, fixZh, fixEn, source: cited, isDoubtful, others }
}

/** `没有更多记录` is no error either, but no answer that is right says it. */
const isSuccess = ({ reason, zh, en }: PlannedRow): boolean =>
  reason === 'ok' && [zh, en].some((text) => judge(text) === 'ok' && /成功|正常|success|succe|^ok|^normal/i.test(text))
