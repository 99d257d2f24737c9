// Answers in a dialect's own shape, for mocked servers: the places of the dialect are filled with what a row asks for.
import type { Row } from './codes.ts'
import { type Dialect, isStates, type PlaceValue } from './dialect.ts'
import {
  around,
  atOf,
  type Draft,
  type FakeAnswer,
  firstOf,
  isThere,
  literalsAround,
  parentOf,
  plainPlaces,
  put,
  shapesOf,
  states,
} from './fake-draft.ts'
import type { Place } from './place.ts'
import { traits } from './reasons.ts'
import type { WaitUnit } from './wait.ts'

/** What an answer is to tell. */
export interface Wish {
  readonly row: Row
  readonly code: string
  /** Where it is asked for; without one, the dialect's own paths on this host. */
  readonly at: { readonly url: string } | { readonly host: string }
  readonly status: number | undefined
  /** The best one first. */
  readonly messages: readonly string[]
  readonly requestId: string | undefined
  readonly waitMs: number | undefined
}

/** Which of the details an answer tells, and how. */
interface Extras {
  readonly requestId: 'own' | 'header' | undefined
  readonly wait: 'own' | 'header' | undefined
}

/** Answers in an envelope's shape that may carry a row, the likeliest first; whoever asks checks which of them does. */
export function* fakeBodies(dialect: Dialect, wish: Wish): Generator<FakeAnswer> {
  for (const extras of extrasOf(wish))
    for (const message of wish.messages)
      for (const status of statusesOf(wish, dialect))
        for (const place of dialect.isProtocol ? ['$value'] : placesOf(dialect))
          for (const value of valuesOf(wish.code, place, message))
            for (const draft of dialect.isProtocol
              ? protocolDrafts(String(value), message, status)
              : [envelopeDraft(dialect, wish.row, place, value, message)]) {
              addDetails(draft, dialect, wish, extras)
              yield* shapesOf(draft, dialect, status, urlOf(wish, dialect))
            }
}

/**
 * Whether a dialect is for some of the provider's answers: for some hosts or paths, or for those that have something more. A single
 * value that a place must hold is the envelope's own mark, such as `"type": "error"`.
 */
export function isNarrow({ hosts, paths, requires }: Dialect): boolean {
  const asksForMore = isStates(requires)
    ? Object.values(requires).some((values) => values.length > 1 && !values.includes(undefined))
    : requires !== undefined
  return hosts !== undefined || paths !== undefined || asksForMore
}

/**
 * Where a code may stand, the plainest place first: the least deep one, and one that is called `code` before its neighbours, unless
 * that tells success, as a wrapper's does. What is cut out of a text, and headers, come last.
 */
function placesOf({ code, success }: Dialect): Place[] {
  const rank = (place: Place): number => {
    const name = atOf(place)
    const isCode = typeof place === 'string' && /(?:^|\.)code$/i.test(name) && !Object.hasOwn(states(success), name)
    const depth = 2 * name.split('.').length - Number(isCode)
    return depth + (typeof place === 'string' ? 0 : 50) + (/^[@$]/.test(name) ? 100 : 0)
  }
  return [code ?? []].flat().sort((a, b) => rank(a) - rank(b))
}

/** Everything first, then less: a detail may not fit beside the code. */
function extrasOf({ requestId, waitMs }: Wish): Extras[] {
  const ids = requestId === undefined ? [undefined] : (['own', 'header', undefined] as const)
  const waits = waitMs === undefined ? [undefined] : (['own', 'header'] as const)
  return waits.flatMap((wait) => ids.map((id) => ({ requestId: id, wait })))
}

/** The code as a number where it is one, as text, as members of a family, and as text around it that a place takes it from. */
function valuesOf(code: string, place: Place, message: string): (string | number)[] {
  const members = code.includes('*') ? ['Example', 'EXAMPLE', 'example'].map((part) => code.replace('*', part)) : [code]
  if (typeof place !== 'string') return members.flatMap((one) => texts(one, place.match, message))
  return members.flatMap((one) => (/^-?(?:0|[1-9]\d{0,14})$/.test(one) ? [Number(one), one] : [one]))
}

/**
 * The statuses that were asked for, or that a row or its dialect asks for. Else, where a success has a value of its own, 200 as these
 * platforms do; where only errors have a code, the status that the code itself is, or that of the reason.
 */
function statusesOf({ row, code, status }: Wish, { requires, success }: Dialect): number[] {
  if (status !== undefined) return [status]
  const asked = /(?:^| )status=(\d)(\d\d|xx)/.exec(row.when ?? '')
  const isStatus = /^[45]\d\d$/.test(code) && !Array.isArray(success)
  const ofReason = isStatus ? Number(code) : row.outcome === 'ok' ? 400 : traits[row.outcome][1]
  if (asked !== null) {
    const exact = Number(`${asked[1]}${asked[2] === 'xx' ? '00' : asked[2]}`)
    return asked[2] === 'xx' && String(ofReason).startsWith(asked[1] as string) ? [ofReason, exact] : [exact]
  }
  const required = states(requires)['$status']
  if (required !== undefined) return required.filter((one) => typeof one === 'number')
  if (Object.hasOwn(states(success), '$status')) return [ofReason, 400, 500]
  const hasSuccess = Array.isArray(success)
    ? success.some((one) => one !== undefined)
    : success !== undefined && !isStatus
  return [...new Set(hasSuccess ? [200, ofReason, 400] : [ofReason, 400, 200])]
}

/** Texts whose first group may be the code. */
function texts(code: string, match: RegExp, message: string): string[] {
  const [head, tail] = literalsAround(match)
  return [
    code,
    `${code}, ${message}`,
    `${code}: ${message}`,
    `${message} (${code})`,
    `[${code}] ${message}`,
    `${code},`,
    `${code}:x`,
    `x#${code}`,
    `x ${code}`,
    `[${code}]`,
    `(${code})`,
    head + code,
    head + code + tail,
    `${head}${code} ${message}`,
    message,
  ].filter((text) => match.exec(text)?.[1] === code)
}

/** The envelope of a dialect that is plain data. */
function envelopeDraft(dialect: Dialect, row: Row, place: Place, value: string | number, message: string): Draft {
  const draft: Draft = { headers: {}, value: undefined, text: undefined }
  const { requires, success, message: messages } = dialect
  const messagePlaces = [messages ?? []].flat().filter((one) => !atOf(one).startsWith('$'))
  const messagePlace = messagePlaces.find((one) => parentOf(one) === parentOf(place)) ?? messagePlaces[0]
  // What is put in first stands first, as code and message do in real answers; what is put in last counts.
  put(draft, place, value)
  if (messagePlace !== undefined && atOf(messagePlace) !== atOf(place)) put(draft, messagePlace, message)
  for (const [at, values] of Object.entries(states(requires)))
    if (firstOf(values) !== undefined) put(draft, at, firstOf(values))
  for (const at of plainPlaces(requires)) if (!isThere(draft, at)) put(draft, at, 'x')
  for (const [at, values] of Object.entries(states(success))) put(draft, at, failing(values))
  const has = /(?:^| )has=(\S+)/.exec(row.when ?? '')?.[1]
  if (has !== undefined && !isThere(draft, has)) put(draft, has, 'x')
  put(draft, place, value)
  return draft
}

/** The shapes of the protocols that many providers share. */
function protocolDrafts(code: string, message: string, status: number): Draft[] {
  const problem = { type: code, title: message, status, detail: message }
  return [
    { error: code, error_description: message },
    { errors: [{ message, extensions: { code } }] },
    { error: { code: status, message, status: code } },
    problem,
  ].map((value) => ({
    value,
    text: undefined,
    headers: value === problem ? { 'content-type': 'application/problem+json' } : {},
  }))
}

function addDetails(draft: Draft, dialect: Dialect, { requestId, waitMs }: Wish, extras: Extras): void {
  if (requestId !== undefined && extras.requestId === 'own') {
    const place = [dialect.requestId ?? []].flat()[0]
    if (place !== undefined) put(draft, place, around(draft, place, requestId))
  } else if (requestId !== undefined && extras.requestId === 'header') draft.headers['x-request-id'] = requestId
  if (waitMs !== undefined && extras.wait === 'own') {
    const [wait] = [dialect.wait ?? []].flat()
    if (wait === undefined) return
    const [place] = [wait.at].flat()
    const isWhole = place !== undefined && (typeof place !== 'string' || place.startsWith('@'))
    if (place !== undefined) put(draft, place, around(draft, place, waitValue(waitMs, wait.unit, isWhole)))
    if (wait.spent !== undefined) put(draft, wait.spent, 0)
  } else if (waitMs !== undefined) draft.headers['retry-after'] = String(secondsOf(waitMs, true))
}

/** Headers and sentences have whole seconds; less than one is told as it is. */
function secondsOf(ms: number, isWhole: boolean): number {
  return isWhole && ms >= 1000 ? Math.ceil(ms / 1000) : ms / 1000
}

function waitValue(ms: number, unit: WaitUnit, isWhole: boolean): string | number {
  const end = Date.now() + ms
  if (unit === 'ms') return ms
  if (unit === 's') return secondsOf(ms, isWhole)
  if (unit === 'duration') return `${ms / 1000}s`
  if (unit === 'date') return new Date(end).toISOString()
  return unit === 'epoch-ms' ? end : Math.ceil(end / 1000)
}

/** Where an answer is asked for. */
export function urlOf({ at, row }: Pick<Wish, 'at' | 'row'>, { paths }: Dialect): string {
  if ('url' in at) return at.url
  const path = (/(?:^| )path=(\S+)/.exec(row.when ?? '')?.[1] ?? paths?.[0] ?? '/').replaceAll('*', 'x')
  return `https://${at.host}${path.startsWith('/') ? '' : '/'}${path}`
}

/**
 * Answers in an envelope's shape that may be a success, the likeliest first: where only errors have a shape, an empty record.
 *
 * @param url where they are asked for
 */
export function* fakeSuccesses(dialects: readonly Dialect[], url: string): Generator<FakeAnswer> {
  const plain = dialects.filter((dialect) => !isNarrow(dialect))
  for (const dialect of plain) yield* successesOf(dialect, url)
  if (plain.length > 0) yield emptyRecord(url)
  for (const dialect of dialects.filter(isNarrow)) yield* successesOf(dialect, url)
  yield emptyRecord(url)
}

function emptyRecord(url: string): FakeAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}', url }
}

function* successesOf(dialect: Dialect, url: string): Generator<FakeAnswer> {
  const { success, code, message, requires } = dialect
  const value = Array.isArray(success) ? firstOf(success as PlaceValue[]) : undefined
  const place = [code ?? []].flat()[0]
  if (success === undefined || place === undefined || (Array.isArray(success) && value === undefined)) return
  const draft: Draft = { headers: {}, value: undefined, text: undefined }
  for (const [at, values] of Object.entries({ ...states(requires), ...states(success) }))
    if (!values.includes(undefined)) put(draft, at, firstOf(values))
  if (value !== undefined) {
    put(draft, place, value)
    const words = [message ?? []].flat().find((one) => typeof one === 'string' && /(?:msg|message)$/i.test(one))
    if (words !== undefined) put(draft, words, 'ok')
  }
  for (const at of plainPlaces(requires)) if (!isThere(draft, at)) put(draft, at, 'x')
  yield* shapesOf(draft, dialect, 200, url)
}

/** A value that a state has on failure. */
function failing(values: readonly PlaceValue[]): PlaceValue {
  const value = firstOf(values)
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return /^\d{1,9}$/.test(value ?? '') ? String(Number(value) + 1) : 'FAIL'
}
