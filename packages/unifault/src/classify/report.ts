// What a run came to, for people, for programs and for tables.
import { styleText } from 'node:util'
import type { MemberCounts } from './members.ts'
import type { RunResult } from './run.ts'
import type { Group, UnknownCode } from './tally.ts'
import { shownFields } from './told-fields.ts'

interface Counted {
  readonly name: string
  readonly count: number
}

/** Sums of groups under a name, the largest first. */
function sums(groups: Iterable<Group>, nameOf: (group: Group) => string): Counted[] {
  const counts = new Map<string, number>()
  for (const group of groups) counts.set(nameOf(group), (counts.get(nameOf(group)) ?? 0) + group.count)
  return byCount([...counts].map(([name, count]) => ({ name, count })))
}

function byCount<T extends { readonly count: number }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => b.count - a.count || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The codes that no table knows, the most frequent first. */
export function unknownCodes({ tally }: Pick<RunResult, 'tally'>): UnknownCode[] {
  return byCount([...tally.unknown.values()])
}

/** What a run came to, as `--json` prints it. The form grows, and keeps its members. */
export interface Summary {
  readonly v: 1
  readonly answers: number
  readonly errors: number
  readonly unread: Readonly<Record<string, number>>
  readonly faults: readonly string[]
  readonly categories: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly providers: Readonly<Record<string, number>>
  readonly hosts: readonly { readonly host: string; readonly answers: number; readonly errors: number }[]
  readonly unknownCodes: readonly UnknownCode[]
  readonly members: MemberCounts
  readonly groups: readonly Group[]
}

export function summaryOf(result: RunResult): Summary {
  const { tally, faults } = result
  const groups = byCount([...tally.groups.values()])
  const record = (nameOf: (group: Group) => string): Record<string, number> =>
    Object.fromEntries(sums(groups, nameOf).map(({ name, count }) => [name, count]))
  return {
    v: 1,
    answers: tally.answers,
    errors: tally.errors,
    unread: tally.unread,
    faults,
    categories: record(({ category }) => category),
    reasons: record(({ reason }) => reason),
    providers: record(providerOf),
    hosts: [...tally.hosts]
      .map(([host, counts]) => ({ host, ...counts }))
      .sort((a, b) => b.errors - a.errors || b.answers - a.answers || (a.host < b.host ? -1 : 1)),
    unknownCodes: unknownCodes(result),
    members: tally.members,
    groups,
  }
}

const nobody = '(no provider)'

function providerOf({ provider }: Group): string {
  return provider ?? nobody
}

const columns = ['provider', 'host', 'category', 'reason', 'code', 'status', 'by', 'count'] as const

/** A row for each kind of error, as RFC 4180 has it. */
export function csvOf({ tally }: RunResult): string {
  const cell = (value: string | number | undefined): string => {
    const text = value === undefined ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const rows = byCount([...tally.groups.values()]).map((group) => columns.map((column) => cell(group[column])))
  return [columns, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

/** The lines of a section at most: the rest is in `--json` and `--csv`. */
const mostLines = 12

function number(value: number): string {
  return value.toLocaleString('en')
}

function section(title: string, all: readonly Counted[], total: number): string[] {
  if (all.length === 0) return []
  const shown = all.slice(0, mostLines)
  const rest = all.slice(mostLines).reduce((sum, { count }) => sum + count, 0)
  const lines = rest > 0 ? [...shown, { name: `(${number(all.length - mostLines)} more)`, count: rest }] : shown
  const width = Math.max(...lines.map(({ count }) => number(count).length))
  return [
    '',
    styleText('bold', title),
    ...lines.map(
      ({ name, count }) =>
        `  ${number(count).padStart(width)}  ${`${((count / total) * 100).toFixed(1)} %`.padStart(7)}  ${name}`,
    ),
  ]
}

/** The summary for people. */
export function textOf(result: RunResult): string {
  const { tally, faults, first, milliseconds } = result
  const groups = [...tally.groups.values()]
  const { answers, errors, unread } = tally
  const share = answers === 0 ? '' : ` (${((errors / answers) * 100).toFixed(1)} %)`
  const lines = [
    `${number(answers)} answer${answers === 1 ? '' : 's'}, ${styleText(errors > 0 ? 'red' : 'green', `${number(errors)} error${errors === 1 ? '' : 's'}`)}${share}, in ${(milliseconds / 1000).toFixed(1)} s`,
    ...(answers === 1 && first !== undefined ? oneError(first) : sections()),
    ...section('codes that no table knows', unknownCodes(result).map(toLine), errors),
  ]
  const members = Object.entries(tally.members).map(
    ([part, places]) =>
      `${part}: ${byCount(Object.entries(places).map(([name, count]) => ({ name, count })))
        .map(({ name }) => name)
        .join(', ')}`,
  )
  if (members.length > 0) lines.push('', styleText('dim', `read from  ${members.join(' · ')}`))
  const left = Object.values(unread).reduce((sum, count) => sum + count, 0)
  if (left > 0)
    lines.push(
      '',
      styleText(
        'yellow',
        `not read: ${number(unread['no-json'])} lines that are no JSON, ${number(unread['no-answer'])} without an answer, ${number(unread['too-long'])} too long`,
      ),
      ...faults.map((fault) => `  first ${fault}`),
    )
  return `${lines.join('\n')}\n`

  function sections(): string[] {
    return [
      ...section(
        'category',
        sums(groups, ({ category }) => category),
        errors,
      ),
      ...section(
        'reason',
        sums(groups, ({ reason }) => reason),
        errors,
      ),
      ...section('provider', sums(groups, providerOf), errors),
      ...section(
        'host',
        sums(groups, ({ host }) => host),
        errors,
      ),
      ...section(
        'code',
        sums(
          groups.filter(({ code }) => code !== undefined),
          ({ provider, code, reason }) => `${provider ?? nobody} ${code}  ${reason}`,
        ),
        errors,
      ),
    ]
  }
}

function toLine({ provider, host, dialect, code, count, message }: UnknownCode): Counted {
  const whose = [host ?? provider ?? nobody, dialect].filter((part) => part !== undefined).join('/')
  return { name: `${whose} ${code}${message === undefined ? '' : `  ${message.slice(0, 100)}`}`, count }
}

/** The one error of a run that has one answer, field by field. */
function oneError(error: Record<string, unknown>): string[] {
  const shown = shownFields.filter((name) => error[name] !== undefined)
  return [
    '',
    styleText('bold', String(error['message'])),
    ...shown.map((name) => `  ${name.padEnd(16)} ${valueText(error[name])}`),
  ]
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
