import { type Dialect } from '../provider/dialect.ts'
import type { MessageRule, Provider } from '../provider/provider.ts'
import { compileMessage } from '../provider/row-test.ts'
import type { Answer } from '../reading/answer.ts'
import { compileGlob } from '../reading/glob.ts'
import type { Reader } from '../reading/reader.ts'
import type { Reason } from '../taxonomy/reason.ts'

type Matches = (text: string) => boolean

interface CompiledRule {
  readonly matches: Matches
  readonly reason: Reason
}

/** Different paths of one provider are many; what is remembered of them is dropped as a whole at this number. */
const mostPaths = 512

/** Whether a host is one of the suffixes or below it. */
function isUnder(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}

/** A provider made ready to judge: what its dialects need, compiled when first used. */
export class BoundProvider {
  readonly provider: Provider
  readonly readers: readonly Reader[]
  private readonly narrowed: boolean
  private readonly byPath = new Map<string, readonly Dialect[]>()
  private readonly globs = new Map<Dialect, readonly [hosts?: Matches[], paths?: Matches[]]>()
  private rules: readonly CompiledRule[] | undefined

  constructor(provider: Provider) {
    this.provider = provider
    this.readers = [...new Set(provider.dialects.flatMap((dialect) => dialect.readers ?? []))]
    this.narrowed = provider.hosts !== undefined && provider.dialects.some(({ hosts, paths }) => hosts ?? paths)
  }

  /** The dialects that may judge an answer: all of them, or on the provider's own hosts those of its host and path. */
  dialectsFor(answer: Answer, url: unknown): readonly Dialect[] {
    const { dialects } = this.provider
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
    if (!isUnder(hostname, hosts ?? [])) return dialects
    return dialects.filter((dialect) => {
      let globs = this.globs.get(dialect)
      if (globs === undefined)
        this.globs.set(dialect, (globs = [dialect.hosts?.map(compileGlob), dialect.paths?.map(compileGlob)] as never))
      const [byHost, byPath] = globs
      return (
        (byHost?.some((matches) => matches(hostname)) ?? true) && (byPath?.some((matches) => matches(pathname)) ?? true)
      )
    })
  }

  /** The reason of a message by the provider's own rules. */
  reasonOfMessage(message: string): Reason | undefined {
    this.rules ??= (this.provider.messages ?? []).map(compileRule)
    const trimmed = message.slice(0, 4096).trim()
    return this.rules.find(({ matches }) => matches(trimmed))?.reason
  }
}

function compileRule({ match, reason }: MessageRule): CompiledRule {
  return { matches: typeof match === 'string' ? compileMessage(match) : (message) => match.test(message), reason }
}
