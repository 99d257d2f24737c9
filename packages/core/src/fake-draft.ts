// An answer in the making: values are put where a dialect has its places, then it is written in a form that the dialect reads.
import { isRecord } from './answer.ts'
import { type Dialect, isStates, type PlaceValue, type States } from './dialect.ts'
import type { Place, Places } from './place.ts'

/** An answer for a mocked server, and a URL under which it is judged as it is meant. */
export interface FakeAnswer {
  /** The HTTP status. */
  readonly status: number
  /** The headers, by name in small letters. */
  readonly headers: Readonly<Record<string, string>>
  /** The body's text. */
  readonly body: string
  /** A URL at which the provider's dialect judges. */
  readonly url: string
}

/** Headers, the body as a value, and raw text where a place asks for it. */
export interface Draft {
  readonly headers: Record<string, string>
  value: unknown
  text: string | undefined
}

/** A value of a place; where the place takes it out of a sentence, behind the one that stands there. */
export function around(draft: Draft, place: Place, value: string | number): string | number {
  if (typeof place === 'string') return value
  const there = at(draft.value, pathOf(place.at).slice(0, -1))
  const sentence: unknown = isRecord(there) ? there[pathOf(place.at).at(-1) as string] : undefined
  const [head, tail] = literalsAround(place.match)
  return `${typeof sentence === 'string' ? `${sentence} ` : ''}${head}${value}${tail}`
}

/** The plain text before and after the first group of an expression. */
export function literalsAround({ source }: RegExp): [string, string] {
  const plain = (part: string): string =>
    part
      .replace(/^\^|\$$/g, '')
      .replace(/\\s[*+]/g, ' ')
      .replace(/\(\?:([^|()]*)(?:\|[^()]*)?\)\??/g, '$1')
      .replace(/\\[bs][*+?]?/g, '')
      .replace(/(\\?.)[?*]/g, '$1')
      .replace(/\\(\W)/g, '$1')
  const [head = '', ...rest] = source.split(/(?<!\\)\((?!\?)/)
  return [plain(head), plain(rest.join('(').replace(/^[^()\\]*(?:\\.[^()\\]*)*\)/, ''))]
}

/** A draft as an answer of each of the forms that the dialect reads. */
export function* shapesOf(draft: Draft, { readers = [] }: Dialect, status: number, url: string): Generator<FakeAnswer> {
  const { headers, text, value } = draft
  const names = new Set(readers.map(({ name }) => name))
  const answer = (type: string, body: string): FakeAnswer => ({
    status,
    headers: { 'content-type': type, ...headers },
    body,
    url,
  })
  const [root, ...others] = names.has('xmlTags') && isRecord(value) && !Array.isArray(value) ? Object.values(value) : []
  // Whatever stands in the raw text stands in the document.
  if (isRecord(root) && others.length === 0)
    yield answer(
      'application/xml',
      xml(value).replace(/^<[^>]+>/, (tag) => tag + (text ?? '')),
    )
  if (text !== undefined) return yield answer('text/plain', text)
  yield answer('application/json', JSON.stringify(value ?? {}))
  if (names.has('html') && isRecord(value))
    yield answer(
      'text/html',
      `<html><head><title>${xml(value['title'] ?? '')}</title></head><body>${xml(value['text'] ?? '')}</body></html>`,
    )
}

export function atOf(place: Place): string {
  return typeof place === 'string' ? place : place.at
}

export function parentOf(place: Place): string {
  const at = atOf(place)
  return at.slice(0, at.lastIndexOf('.') + 1)
}

function pathOf(path: string): string[] {
  return path.split('.').map((segment) => segment.replace(/^\*/, 'example'))
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, name) => (isRecord(node) ? node[name] : undefined), value)
}

export function isThere({ headers, value }: Draft, place: Place): boolean {
  const name = atOf(place)
  return name.startsWith('@') ? Object.hasOwn(headers, name.slice(1)) : at(value, pathOf(name)) !== undefined
}

export function put(draft: Draft, place: Place, value: unknown): void {
  const name = atOf(place)
  if (name === '$status' || name === '$event') return // chosen by whoever answers
  if (name === '$text') draft.text = String(value)
  else if (name.startsWith('@')) draft.headers[name.slice(1)] = String(value)
  else if (name === '$value') draft.value = value
  else draft.value = withValue(draft.value, pathOf(name), value)
}

/** A tree with a value at a path; numbers are indexes of lists. */
function withValue(tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const node: Record<string, unknown> = isRecord(tree) ? tree : ((/^\d+$/.test(name) ? [] : {}) as never)
  node[name] = withValue(node[name], rest, value)
  return node
}

export function states(option: Places | States | readonly PlaceValue[] | undefined): States {
  return isStates(option) ? option : {}
}

export function plainPlaces(option: Places | States | undefined): Place[] {
  return option === undefined || isStates(option) ? [] : [option].flat()
}

export function firstOf(values: readonly PlaceValue[]): PlaceValue {
  return values.find((one) => one !== undefined)
}

function xml(value: unknown): string {
  if (!isRecord(value))
    return `${value as string | number}`.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return Object.entries(value)
    .map(([tag, inner]) =>
      (Array.isArray(inner) ? inner : [inner]).map((one) => `<${tag}>${xml(one)}</${tag}>`).join(''),
    )
    .join('')
}
