// Who judges a URL: one provider judges all, a list is asked by host; `withHosts` names further places.
import { checkProviders } from '#checks'
import { type Answer, own, ownOptions, type Reader, splitUrl, type UrlParts } from './answer.ts'
import { CodeTable, compileWhen, type RowTest } from './codes.ts'
import { type Compiled, compileDialect, type Dialect, type Fault } from './dialect.ts'
import { compileGlob, compileGlobs } from './place.ts'
import type { MessageRule, Provider, ProviderPlace } from './provider.ts'
import type { Reason } from './reasons.ts'

interface Rule {
  readonly reason: Reason
  readonly tests: readonly RowTest[]
  /** The rule says itself which status it is for. */
  readonly isTested: boolean
  readonly matches: (message: string) => boolean
}

/** A provider made ready to judge; its parts are compiled when they are first used. Only its own properties count. */
export interface Judge {
  /** The provider, as a copy that inherits nothing. */
  readonly provider: Provider
  readonly dialects: readonly Compiled[]
  readonly readers: readonly Reader[]
  readonly overrides: CodeTable | undefined
  readonly rules: readonly Rule[]
  readonly isIdempotent: (path: string) => boolean
  /** Whether the host is one of the provider's own: there `hosts` and `paths` of its dialects narrow. */
  readonly isHome: (host: string) => boolean
  /** Whether customers of the provider run APIs of their own on the host. */
  readonly isShared: (at: { readonly host: string; readonly path: string }) => boolean
}

/** Who judges a URL, and which prefix of its path is not the provider's. */
export interface Selected {
  readonly judge: Judge
  readonly prefix: string
  /** It was found by `withHosts`. */
  readonly isPlaced: boolean
}

/** What is remembered of origins is dropped as a whole at this number. */
export const mostOrigins = 512
const compiled = /* @__PURE__ */ new WeakMap<Dialect, Compiled>()
const judges = /* @__PURE__ */ new WeakMap<Provider, Judge>()

/** What is made of an object, once. */
function once<K extends object, V>(made: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const value = make(key)
  made.set(key, value)
  return value
}

function compileRule(rule: MessageRule): Rule {
  const { match, reason, when } = ownOptions(rule)
  return {
    reason,
    tests: compileWhen(when ?? ''),
    isTested: Boolean(when),
    matches: typeof match === 'string' ? compileGlob(match.trim()) : (message) => match.test(message),
  }
}

/** A provider made ready to judge, once for all classifiers that have it. */
export function judgeOf(provider: Provider): Judge {
  return once(judges, provider, makeJudge)
}

function makeJudge(given: Provider): Judge {
  const provider = ownOptions(given)
  const { dialects, hosts = [], sharedHosts = [], overrides, messages = [], idempotentPaths = [] } = provider
  const shared = sharedHosts.map((glob) => [compileGlob(glob), glob.includes('/')] as const)
  return {
    provider,
    dialects: dialects.map((dialect) => once(compiled, dialect, compileDialect)),
    readers: [...new Set(dialects.flatMap((dialect) => (own(dialect, 'readers') as Reader[] | undefined) ?? []))],
    overrides: overrides && new CodeTable(overrides),
    rules: messages.map(compileRule),
    isIdempotent: compileGlobs(idempotentPaths),
    isHome: (host) => hosts.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)),
    // Reading a URL costs as much as the rest of judging a success.
    isShared: (at) => shared.some(([matches, isOfPath]) => matches(isOfPath ? at.host + at.path : at.host)),
  }
}

/** Who judges under the provider's own names. */
export function atHome(provider: Provider): Selected {
  return { judge: judgeOf(provider), prefix: '', isPlaced: false }
}

/** The reason that the provider's own rules give for a message. `admits` is asked where a rule names no test. */
export function reasonOfRules(
  { rules }: Judge,
  message: string,
  answer: Answer,
  fault: Fault,
  admits: (reason: Reason) => boolean,
): Reason | undefined {
  const text = message.slice(0, 1024).trim()
  return rules.find(
    ({ tests, matches, isTested, reason }) =>
      tests.every((test) => test(answer, fault)) && matches(text) && (isTested || admits(reason)),
  )?.reason
}

/**
 * Finds who judges a URL. It costs the same for one provider and for hundreds.
 *
 * @throws TypeError when two providers have one id, host or place
 */
export function selector(
  providers: Provider | readonly Provider[],
): (url: unknown, answer?: { readonly parts: UrlParts }) => Selected | undefined {
  checkProviders(providers)
  const byHost = new Map<string, Provider>()
  const places: { readonly place: ProviderPlace; readonly provider: Provider }[] = []
  const all: readonly Provider[] = [providers].flat()
  for (const provider of all) {
    const { hosts = [], places: further = [] } = ownOptions(provider)
    for (const host of hosts) byHost.set(host, provider)
    for (const place of further) places.push({ place, provider })
  }
  // The longest first.
  places.sort((a, b) => b.place.name.length - a.place.name.length)
  const always = Array.isArray(providers) ? undefined : atHome(providers as Provider)
  if (always && places.length === 0) return () => always

  function find({ host, authority, path }: UrlParts): Selected | undefined {
    const found = places.find(({ place }) => place.matches({ host, authority, path }))
    for (let suffix = host, dot = 0; dot >= 0; suffix = suffix.slice(dot + 1)) {
      const provider = byHost.get(suffix)
      if (provider && !(found && found.place.name.length >= suffix.length)) return atHome(provider)
      dot = suffix.indexOf('.')
    }
    return found ? { judge: judgeOf(found.provider), prefix: found.place.prefix, isPlaced: true } : always
  }

  if (places.length > 0) return (url, answer) => find(answer?.parts ?? splitUrl(url))
  /** Without places the origin decides: it is found once. */
  const byOrigin = new Map<unknown, Selected | undefined>()
  return (url, answer) => {
    const origin = typeof url === 'string' ? url.slice(0, Math.max(url.indexOf('/', 8), 0)) : ''
    if (byOrigin.has(origin)) return byOrigin.get(origin)
    const parts = answer?.parts ?? splitUrl(url)
    const found = find(parts)
    // What is written otherwise than it is read (user info, capitals, `\\`) might stand for several origins.
    if (parts.host !== '' && origin.endsWith(`//${parts.authority}`)) {
      if (byOrigin.size >= mostOrigins) byOrigin.clear()
      byOrigin.set(` ${origin}`.slice(1), found) // a copy: a part of it would keep the whole URL alive
    }
    return found
  }
}
