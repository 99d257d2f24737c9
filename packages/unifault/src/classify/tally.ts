// What is counted in a run. Each thread counts for itself; the sums do not depend on who counted what.
import type { Verdict } from './judge.ts'
import type { MemberCounts, Part } from './members.ts'

/** Errors of one kind from one host. */
export interface Group extends Pick<Verdict, 'provider' | 'category' | 'reason' | 'code' | 'status' | 'by'> {
  readonly host: string
  count: number
}

/** A code that no table knows. */
export interface UnknownCode {
  readonly provider: string | undefined
  readonly dialect: string | undefined
  /** Where nobody judges; undefined for a provider's own answers. */
  readonly host: string | undefined
  readonly code: string
  count: number
  /** The cleaned words of one of the answers, the first by their order as text. */
  message: string | undefined
  status: number | undefined
}

/** Why a line was not counted as an answer. */
export type Unread = 'no-json' | 'no-answer' | 'too-long'

export const unreadTexts: Readonly<Record<Unread, string>> = {
  'no-json': 'is no JSON; expected an object a line',
  'no-answer': 'tells of no answer; expected a status, a body beside a url, or an error',
  'too-long': 'is longer than 16 MiB, or has more values than are read',
}

/** Host names and codes come from outside: beyond this many kinds they are counted together. */
const mostKinds = 20_000
const others = '(others)'
const noHost = '(no host)'

/** The host of a URL, without user info and port, from a text that need not be one: what a terminal might obey is no part of a host. */
function hostOf(url: unknown): string {
  const found =
    typeof url === 'string'
      ? /^[a-z][\w+.-]*:\/\/(?:[^/?#]*@)?(\[[\da-f:.]+\]|[^/?#:@\s\p{C}]{1,253})(?![^/?#:@\s])/iu.exec(url)?.[1]
      : undefined
  return found?.toLowerCase() ?? noHost
}

/** As it is sent between threads: maps and plain values. */
export interface TallyData {
  answers: number
  errors: number
  readonly unread: Record<Unread, number>
  readonly groups: Map<string, Group>
  readonly hosts: Map<string, { answers: number; errors: number }>
  readonly unknown: Map<string, UnknownCode>
  members: MemberCounts
}

export class Tally implements TallyData {
  answers = 0
  errors = 0
  readonly unread: Record<Unread, number> = { 'no-json': 0, 'no-answer': 0, 'too-long': 0 }
  readonly groups: Map<string, Group> = new Map()
  readonly hosts: Map<string, { answers: number; errors: number }> = new Map()
  readonly unknown: Map<string, UnknownCode> = new Map()
  members: MemberCounts = {}

  count(url: unknown, verdict: Verdict | undefined): void {
    const host = hostOf(url)
    this.answers++
    this.countHost(host, 1, verdict === undefined ? 0 : 1)
    if (verdict === undefined) return
    this.errors++
    const { provider, category, reason, code, status, by, dialect, isUnmapped, message } = verdict
    this.countGroup({ provider, host, category, reason, code, status, by, count: 1 })
    if (isUnmapped && code !== undefined)
      this.countUnknown({
        provider,
        dialect,
        host: provider === undefined || provider === 'generic' ? host : undefined,
        code,
        count: 1,
        message,
        status,
      })
  }

  add(other: TallyData): void {
    this.answers += other.answers
    this.errors += other.errors
    for (const kind of Object.keys(other.unread) as Unread[]) this.unread[kind] += other.unread[kind]
    for (const [host, { answers, errors }] of other.hosts) this.countHost(host, answers, errors)
    for (const group of other.groups.values()) this.countGroup(group)
    for (const one of other.unknown.values()) this.countUnknown(one)
    this.addMembers(other.members)
  }

  addMembers(members: MemberCounts): void {
    for (const [part, places] of Object.entries(members) as [Part, Record<string, number>][])
      for (const [place, count] of Object.entries(places)) {
        const counts = (this.members[part] ??= {})
        counts[place] = (counts[place] ?? 0) + count
      }
  }

  /** As it is handed to another thread. */
  data(): TallyData {
    const { answers, errors, unread, groups, hosts, unknown, members } = this
    return { answers, errors, unread, groups, hosts, unknown, members }
  }

  private countHost(host: string, answers: number, errors: number): void {
    const found = slot(this.hosts, host, others, () => ({ answers: 0, errors: 0 }))
    found.answers += answers
    found.errors += errors
  }

  private countGroup(group: Group): void {
    const { provider, host, reason, code, status, by } = group
    const key = [provider, host, reason, code, status, by].join('\t')
    const rest = [provider, others, reason, '', '', by].join('\t')
    const found = slot(this.groups, key, rest, (key) =>
      key === rest ? { ...group, host: others, code: undefined, status: undefined, count: 0 } : { ...group, count: 0 },
    )
    found.count += group.count
  }

  private countUnknown(one: UnknownCode): void {
    const key = [one.provider, one.dialect, one.host, one.code].join('\t')
    const rest = { ...one, dialect: undefined, code: others, message: undefined, status: undefined, count: 0 }
    const found = slot(this.unknown, key, [one.provider, others].join('\t'), (given) =>
      given === key ? { ...one, count: 0 } : rest,
    )
    found.count += one.count
    if (
      one.message !== undefined &&
      found.code === one.code &&
      !(found.message !== undefined && found.message <= one.message)
    ) {
      found.message = one.message
      found.status = one.status
    }
  }
}

/** What stands under a key; under that of the rest where there are too many keys. */
function slot<V>(map: Map<string, V>, key: string, rest: string, make: (key: string) => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const used = map.size < mostKinds ? key : rest
  const value = map.get(used) ?? make(used)
  map.set(used, value)
  return value
}
