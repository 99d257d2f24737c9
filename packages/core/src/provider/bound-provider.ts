import type { Answer } from '../reading/answer.ts'
import { compileGlob } from '../reading/glob.ts'
import { given, ownOf } from '../reading/own.ts'
import type { Reader } from '../reading/reader.ts'
import type { Reason } from '../taxonomy/reason.ts'
import { type Row, tableOf } from './code-table.ts'
import type { Dialect } from './dialect.ts'
import type { MessageRule, Provider } from './provider.ts'
import { compileMessage, compileWhen, type RowTest } from './row-test.ts'
import type { Fault } from './verdict.ts'

type Matches = (text: string) => boolean

interface CompiledRule {
  readonly matches: Matches
  readonly tests: readonly RowTest[]
  readonly reason: Reason
}

/** Different paths of one provider are many; what is remembered of them is dropped as a whole at this number. */
const mostPaths = 512

/** Whether a host is one of the suffixes or below it. */
function isUnder(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}

/**
 * A provider made ready to judge: what its dialects need, compiled when first used.
 * The classifier reaches it only through the provider, so that a bundle without providers has none of it.
 */
export class BoundProvider {
  readonly provider: Provider
  private ownReaders: readonly Reader[] | undefined
  private narrowed: boolean | undefined
  private readonly byPath = new Map<string, readonly Dialect[]>()
  private readonly globs = new Map<Dialect, readonly [hosts?: Matches[], paths?: Matches[]]>()
  /** Whose message rules read what this provider's tables and rules do not know. */
  fallback: BoundProvider | undefined
  private rules: readonly CompiledRule[] | undefined

  constructor(provider: Provider) {
    this.provider = provider
  }

  /** What the dialects need to read a body, besides JSON. */
  get readers(): readonly Reader[] {
    return (this.ownReaders ??= [
      ...new Set(this.provider.dialects.flatMap((dialect) => given(dialect, 'readers') ?? [])),
    ])
  }

  /** The dialects that may judge an answer: all of them, or on the provider's own hosts those of its host and path. */
  dialectsFor(answer: Answer, url: unknown): readonly Dialect[] {
    const { dialects, hosts } = this.provider
    this.narrowed ??=
      hosts !== undefined && dialects.some((dialect) => given(dialect, 'hosts') ?? given(dialect, 'paths'))
    if (!this.narrowed) return dialects
    const text = typeof url === 'string' ? url : undefined
    const query = text?.indexOf('?') ?? -1
    const key = text === undefined || text.length > 2048 ? undefined : query < 0 ? text : text.slice(0, query)
    const known = key === undefined ? undefined : this.byPath.get(key)
    if (known !== undefined) return known
    const found = answer.url === undefined ? dialects : this.narrow(answer.url)
    if (key !== undefined) {
      if (this.byPath.size >= mostPaths) this.byPath.clear()
      this.byPath.set(key, found)
    }
    return found
  }

  private narrow({ hostname, pathname }: URL): readonly Dialect[] {
    const { dialects, hosts } = this.provider
    const host = hostname.replace(/\.$/, '')
    if (!isUnder(host, hosts ?? [])) return dialects
    return dialects.filter((dialect) => {
      let globs = this.globs.get(dialect)
      if (globs === undefined)
        this.globs.set(
          dialect,
          (globs = [given(dialect, 'hosts')?.map(compileGlob), given(dialect, 'paths')?.map(compileGlob)] as never),
        )
      const [byHost, byPath] = globs
      return (
        (byHost?.some((matches) => matches(host)) ?? true) && (byPath?.some((matches) => matches(pathname)) ?? true)
      )
    })
  }

  /** The row that decides for a dialect's fault: for each of its codes in turn the user's own reading, then the table's. */
  find(dialect: Dialect, fault: Fault, answer: Answer): Row | undefined {
    const { overrides } = this.provider
    for (const code of fault.codes ?? [fault.code, fault.outerCode]) {
      if (code === undefined) continue
      const own = overrides?.get(code)
      const row = own === undefined ? tableOf(dialect)?.find(code, answer, fault) : { code, outcome: own }
      if (row !== undefined) return row
    }
    return undefined
  }

  /** The reason of a message by the provider's own rules. */
  reasonOfMessage(message: string, answer: Answer, fault: Fault): Reason | undefined {
    this.rules ??= (this.provider.messages ?? []).map(compileRule)
    const trimmed = message.slice(0, 1024).trim()
    const rule = this.rules.find(({ matches, tests }) => tests.every((test) => test(answer, fault)) && matches(trimmed))
    return rule === undefined ? this.fallback?.reasonOfMessage(message, answer, fault) : rule.reason
  }
}

function compileRule(rule: MessageRule): CompiledRule {
  const { match, reason, when = '' } = ownOf(rule)
  const matches = typeof match === 'string' ? compileMessage(match) : (message: string) => match.test(message)
  return { matches, tests: compileWhen(when), reason }
}
