// What is checked where something is defined, installed or called. A production build for browsers has `browser.ts` in the place of this.
import { isRecord, own, ownOptions } from './answer.ts'
import type { Recoverer } from './adapter.ts'
import { type Check, checkKind, checkOptions, invalidOption, type Kinds, passKind } from './check.ts'
import { checkProvider, codeRows } from './check-provider.ts'
import type { Provider, Words } from './provider.ts'

/** Throws a TypeError that names an option, unless it is fit. */
export function checkThat(isFit: boolean, name: string, expected: string, value: unknown): void {
  if (!isFit) throw invalidOption(name, expected, value)
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

const fallbackKind: Check = (value, name) => {
  if (isRecord(value)) checkIsProvider(value, name)
  else if (value !== 'status' && value !== false) throw invalidOption(name, "'status', a provider or false", value)
}

/** What each option of `createClassifier` may be; adapters add their own. */
export const classifierOptionKinds: Kinds = {
  fallback: fallbackKind,
  words(value, name) {
    const atLeast = own(value, 'atLeast')
    if (typeof ((own(value, 'model') ?? value) as Words | null)?.read !== 'function')
      throw invalidOption(name, 'a words model, or { model, atLeast }', value)
    if (atLeast !== undefined && !(typeof atLeast === 'number' && atLeast > 0 && atLeast <= 1))
      throw invalidOption(`${name}.atLeast`, 'a number above 0 and at most 1', atLeast)
  },
  redact: 'function',
  pass: passKind,
  onPass: 'function',
  onError: 'function',
  onUnknownCode: 'function',
  onUnjudged: 'function',
  onDefect: 'function',
}

const perCallKinds: Kinds = {
  provider: checkIsProvider,
  pass: passKind,
  idempotent: 'boolean',
  fallback: fallbackKind,
}

/** What the option `recovery` may be. */
export const recovererKind: Check = (value, name) => {
  const { handle, axios, fetch } = (value ?? {}) as Partial<Recoverer>
  if ([handle, axios, fetch].some((one) => typeof one !== 'function'))
    throw invalidOption(name, 'made by `createRecovery`', value)
}

/** Checks what `createClassifier` takes, or an adapter, which has options of its own. */
export function checkClassifierOptions(options: unknown, own?: Kinds): void {
  checkOptions(options, own ? { ...classifierOptionKinds, recovery: recovererKind, ...own } : classifierOptionKinds)
}

/** Checks what one call says of us. */
export function checkPerCall(value: unknown, name: string): void {
  if (!isRecord(value)) throw invalidOption(name, 'false or an object', value)
  checkOptions(value, perCallKinds, `${name}.`)
}

/** Checks a provider, or a list of them: no two have one id, host or place. */
export function checkProviders(providers: unknown): void {
  const ids = new Set<string>()
  const byHost = new Map<string, Provider>()
  const byPlace = new Map<string, Provider>()
  const unlike = (others: string, name: string, value: string): TypeError =>
    invalidOption(name, `unlike the ${others}`, value)
  ;[providers].flat().forEach((given: unknown, index) => {
    const name = Array.isArray(providers) ? `providers[${index}]` : 'providers'
    checkIsProvider(given, name)
    const { id, hosts = [], places = [] } = ownOptions(given)
    if (ids.has(id)) throw unlike('ids before it', `${name}.id`, id)
    ids.add(id)
    hosts.forEach((host, at) => {
      const other = byHost.get(host)
      if (other) throw unlike(`hosts of ${other.id}`, `${name}.hosts[${at}]`, host)
      byHost.set(host, given)
    })
    for (const place of places) {
      if (byPlace.has(place.name)) throw unlike('places before it', `${name}.places`, place.name)
      byPlace.set(place.name, given)
    }
  })
  for (const [place, provider] of byPlace) {
    const other = byHost.get(place)
    if (other && other !== provider) throw unlike(`hosts of ${other.id}`, `the places of ${provider.id}`, place)
  }
}

/** Checks what `defineProvider` takes. */
export const checkDefinition: (definition: unknown) => void = checkProvider

function checkGiven(provider: unknown): void {
  checkKind('object', provider, 'provider')
  if (typeof own(provider, 'id') !== 'string' || !Array.isArray(own(provider, 'dialects')))
    throw invalidOption('provider', 'made by `defineProvider`', provider)
}

/** Checks what `withCodes` takes. */
export function checkCodes(provider: unknown, codes: unknown): void {
  checkGiven(provider)
  if (!isRecord(codes)) throw invalidOption('codes', 'a record of codes and reasons', codes)
  codeRows(codes, 'codes')
}

/** A place is `host[:port][/prefix]`, or a path prefix alone. */
const place =
  /^(?:[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?(?:\/[^?#\s]*)?|\/[^?#\s]+|\[[\da-f:]+\](?::\d{1,5})?(?:\/[^?#\s]*)?)$/

/** Checks what `withHosts` takes. */
export function checkPlaces(provider: unknown, places: readonly unknown[]): void {
  checkGiven(provider)
  places.forEach((one, index) => {
    if (typeof one !== 'string' || !place.test(one))
      throw invalidOption(`places[${index}]`, 'host[:port][/prefix] or a path prefix', one)
  })
}
