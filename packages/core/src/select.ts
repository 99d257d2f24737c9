// Who judges a URL: one provider judges all, a list is asked by host; `withHosts` names further places.
import { isRecord, own, type Answer, type Reader, splitUrl } from './answer.ts'
import { invalidOption } from './check.ts'
import { CodeTable, compileMessage, compileWhen, type RowTest } from './codes.ts'
import { type Compiled, compileDialect, type Dialect, type Fault } from './dialect.ts'
import { compileGlob } from './place.ts'
import type { MessageRule, Provider, ProviderPlace, Words } from './provider.ts'
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
  readonly provider: Provider
  readonly dialects: readonly Compiled[]
  readonly readers: readonly Reader[]
  readonly overrides: CodeTable | undefined
  readonly rules: readonly Rule[]
  readonly status: object | undefined
  readonly words: Words | undefined
  readonly idempotentPaths: readonly ((path: string) => boolean)[]
  /** Whether the host is one of the provider's own: there `hosts` and `paths` of its dialects narrow. */
  readonly isHome: (host: string) => boolean
  /** Whether customers of the provider run APIs of their own on the host. */
  readonly isShared: (host: string, path: string) => boolean
}

/** Who judges a URL, and which prefix of its path is not the provider's. */
export interface Selected {
  readonly judge: Judge
  readonly prefix: string
  /** It was found by `withHosts`. */
  readonly isPlaced: boolean
}

const compiled = new WeakMap<Dialect, Compiled>()
const judges = new WeakMap<Provider, Judge>()

function compileOnce(dialect: Dialect): Compiled {
  let made = compiled.get(dialect)
  if (made === undefined) compiled.set(dialect, (made = compileDialect(dialect)))
  return made
}

function compileRule(rule: MessageRule): Rule {
  const match = own(rule, 'match') as string | RegExp
  const when = (own(rule, 'when') as string | undefined) ?? ''
  const matches = typeof match === 'string' ? compileMessage(match) : (message: string) => match.test(message)
  return { reason: own(rule, 'reason') as Reason, tests: compileWhen(when), isTested: when !== '', matches }
}

/** A provider made ready to judge, once for all classifiers that have it. */
export function judgeOf(provider: Provider): Judge {
  const known = judges.get(provider)
  if (known !== undefined) return known
  const given = <K extends keyof Provider>(name: K): Provider[K] => own(provider, name) as Provider[K]
  const hosts = given('hosts') ?? []
  const shared = (given('sharedHosts') ?? []).map((glob) => ({
    matches: compileGlob(glob),
    isOfPath: glob.includes('/'),
  }))
  const overrides = given('overrides')
  const dialects = given('dialects').map(compileOnce)
  const readers = [...new Set(given('dialects').flatMap((one) => (own(one, 'readers') as Reader[] | undefined) ?? []))]
  const judge: Judge = {
    provider,
    dialects,
    readers,
    overrides: overrides && new CodeTable(overrides),
    rules: (given('messages') ?? []).map(compileRule),
    status: given('status'),
    words: given('words'),
    idempotentPaths: given('idempotentPaths')?.map(compileGlob) ?? [],
    isHome: (host) => hosts.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)),
    isShared: (host, path) => shared.some(({ matches, isOfPath }) => matches(isOfPath ? host + path : host)),
  }
  judges.set(provider, judge)
  return judge
}

/** The reason that the provider's own rules give for a message. `admits` is asked where a rule names no test. */
export function reasonOfRules(
  { rules }: Judge,
  message: string,
  answer: Answer,
  fault: Fault,
  admits: (reason: Reason) => boolean,
): Reason | undefined {
  if (rules.length === 0) return undefined
  const text = message.slice(0, 1024).trim()
  return rules.find(
    ({ tests, matches, isTested, reason }) =>
      tests.every((test) => test(answer, fault)) && matches(text) && (isTested || admits(reason)),
  )?.reason
}

/** Refuses what is no provider, in few words: definitions are checked whole where they are made. */
export function checkIsProvider(provider: unknown, name: string): asserts provider is Provider {
  const dialects = own(provider, 'dialects')
  if (
    !isRecord(provider) ||
    typeof own(provider, 'id') !== 'string' ||
    !Array.isArray(dialects) ||
    dialects.length === 0
  )
    throw invalidOption(name, 'made by `defineProvider`', provider)
}

/**
 * Finds who judges a URL. It costs the same for one provider and for hundreds.
 *
 * @throws TypeError when two providers have one id, host or place
 */
export function selector(providers: Provider | readonly Provider[]): (url: unknown) => Selected | undefined {
  const isList = Array.isArray(providers)
  const all = (isList ? providers : [providers]) as readonly Provider[]
  const byHost = new Map<string, Provider>()
  const places: { place: ProviderPlace; provider: Provider }[] = []
  const ids = new Set<string>()
  all.forEach((provider, index) => {
    const name = isList ? `providers[${index}]` : 'providers'
    checkIsProvider(provider, name)
    if (ids.has(provider.id)) throw invalidOption(`${name}.id`, 'unlike the ids before it', provider.id)
    ids.add(provider.id)
    const hosts = (own(provider, 'hosts') as readonly string[] | undefined) ?? []
    hosts.forEach((host, at) => {
      const other = byHost.get(host)
      if (other) throw invalidOption(`${name}.hosts[${at}]`, `unlike the hosts of ${other.id}`, host)
      byHost.set(host, provider)
    })
    for (const place of (own(provider, 'places') as readonly ProviderPlace[] | undefined) ?? []) {
      if (places.some((one) => one.place.name === place.name))
        throw invalidOption(`${name}.places`, 'unlike the places before it', place.name)
      places.push({ place, provider })
    }
  })
  for (const { place, provider } of places) {
    const other = byHost.get(place.name)
    if (other !== undefined && other !== provider)
      throw invalidOption(`the places of ${provider.id}`, `unlike the hosts of ${other.id}`, place.name)
  }
  // The longest first.
  places.sort((a, b) => b.place.name.length - a.place.name.length)
  const always: Selected | undefined = isList
    ? undefined
    : { judge: judgeOf(providers as Provider), prefix: '', isPlaced: false }
  if (always !== undefined && places.length === 0) return () => always
  const atHome = new Map<Provider, Selected>()

  return (url) => {
    const parts = splitUrl(url)
    const found = places.find(({ place }) => place.matches(parts))
    if (always !== undefined && found === undefined) return always
    for (let suffix = parts.host; suffix !== '';) {
      const provider = byHost.get(suffix)
      if (provider !== undefined && !(found !== undefined && found.place.name.length >= suffix.length)) {
        let selected = atHome.get(provider)
        if (selected === undefined)
          atHome.set(provider, (selected = { judge: judgeOf(provider), prefix: '', isPlaced: false }))
        return selected
      }
      const dot = suffix.indexOf('.')
      suffix = dot < 0 ? '' : suffix.slice(dot + 1)
    }
    return found && { judge: judgeOf(found.provider), prefix: found.place.prefix, isPlaced: true }
  }
}
