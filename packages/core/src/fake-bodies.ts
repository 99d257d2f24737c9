// Answers in a dialect's own shape, for mocked servers: the places of the dialect are filled with what a row asks for.
import type { Row } from './codes.ts'
import type { Dialect, PlaceValue } from './dialect.ts'
import type { Place } from './place.ts'

/** An answer for a mocked server, and a URL under whose path the row counts. */
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

type Tree = { [key: string]: unknown }

interface Draft {
  readonly host: string
  readonly tree: Tree
  readonly headers: Record<string, string>
  readonly status: number
  text: string | undefined
}

/** Answers in an envelope's shape that may carry a row; whoever asks checks which of them does. */
export function fakeBodies(dialect: Dialect, row: Row, code: string, host: string): FakeAnswer[] {
  const places = [dialect.code ?? []].flat()
  const found: FakeAnswer[] = []
  for (const status of statusesOf(row, dialect))
    for (const place of places)
      for (const sample of samplesOf(code))
        for (const text of typeof place === 'string' ? [sample] : texts(String(sample), place.match, messageOf(row)))
          found.push(...fill(dialect, row, { host, tree: {}, headers: {}, status, text: undefined }, place, text))
  return found
}

/** The code as a number where it is one, as text, and as members of a family. */
function samplesOf(code: string): (string | number)[] {
  if (code.includes('*')) return ['Example', 'EXAMPLE', 'example'].map((part) => code.replace('*', part))
  return /^-?(?:0|[1-9]\d{0,14})$/.test(code) ? [Number(code), code] : [code]
}

/** The statuses that a row or its dialect asks for, else one below 400 and one above. */
function statusesOf({ when = '' }: Row, { requires, success }: Dialect): number[] {
  const status = /(?:^| )status=(\d)(\d\d|xx)/.exec(when)
  if (status !== null) return [Number(status[2] === 'xx' ? `${status[1]}00` : `${status[1]}${status[2]}`)]
  const required = states(requires).find(([place]) => place === '$status')?.[1]
  if (required !== undefined) return required.filter((one) => typeof one === 'number')
  return states(success).some(([place]) => place === '$status') ? [400, 500] : [200, 400]
}

/** A message that a row asks for. */
function messageOf({ when = '' }: Row): string | undefined {
  return /(?:^| )message=(.*)$/.exec(when)?.[1]?.replace('*', 'x')
}

/** Texts whose first group may be the code. */
function texts(code: string, match: RegExp, message: string | undefined): string[] {
  const head = match.source.replace(/^\^/, '').split(/(?<!\\)\((?!\?)/)[0] ?? ''
  const prefix = head.replace(/\\s[*+?]?/g, '').replace(/\\(\W)/g, '$1')
  return [
    code,
    `${code},`,
    `${code}, x`,
    `${code}:x`,
    `${code}: x`,
    `x#${code}`,
    `x ${code}`,
    `[${code}]`,
    `(${code})`,
    prefix + code,
    message ?? code,
  ].filter((text) => match.exec(text)?.[1] === code)
}

function fill(dialect: Dialect, row: Row, draft: Draft, place: Place, value: string | number): FakeAnswer[] {
  for (const [at, values] of states(dialect.requires))
    put(
      draft,
      at,
      values.find((one) => one !== undefined),
    )
  for (const at of plainPlaces(dialect.requires)) if (at !== place) put(draft, at, 'x')
  for (const [at, values] of states(dialect.success)) put(draft, at, failing(values))
  const message = messageOf(row)
  const has = /(?:^| )has=(\S+)/.exec(row.when ?? '')?.[1]
  if (has !== undefined) put(draft, has, 'x')
  const messagePlace = [dialect.message].flat()[0]
  if (messagePlace !== undefined) put(draft, messagePlace, message ?? 'failed')
  put(draft, place, value)
  const path = (/(?:^| )path=(\S+)/.exec(row.when ?? '')?.[1] ?? dialect.paths?.[0] ?? '/').replaceAll('*', 'x')
  const { headers, host, status, text, tree } = draft
  const url = `https://${host}${path}`
  if (text !== undefined) return [{ status, headers: { 'content-type': 'text/plain', ...headers }, body: text, url }]
  const readers = new Set(dialect.readers?.map(({ name }) => name))
  const json = { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(tree), url }
  const page = { status, headers: { 'content-type': 'text/html', ...headers }, url }
  const shapes: FakeAnswer[] = [json]
  if (readers.has('html'))
    shapes.push({
      ...page,
      body: `<html><head><title>${words(tree['title'])}</title></head><body>${words(tree['text'])}</body></html>`,
    })
  if (readers.has('xmlTags'))
    shapes.unshift({ ...json, headers: { 'content-type': 'application/xml', ...headers }, body: xml(tree) })
  return shapes
}

function put(draft: Draft, place: Place, value: unknown): void {
  const at = typeof place === 'string' ? place : place.at
  if (at === '$status') return // chosen before
  if (at === '$text') draft.text = String(value)
  else if (at.startsWith('@')) draft.headers[at.slice(1)] = String(value)
  else {
    const segments = at.split('.').map((segment) => segment.replace(/^\*/, 'example'))
    let node: Tree = draft.tree
    segments.forEach((segment, index) => {
      if (index === segments.length - 1) node[segment] = value
      else {
        const next = /^\d+$/.test(segments[index + 1] as string) ? [] : {}
        const there = node[segment]
        node = node[segment] = (typeof there === 'object' && there !== null ? there : next) as Tree
      }
    })
    if (/^\d+$/.test(segments[0] as string) && !Array.isArray(draft.tree)) Object.setPrototypeOf(draft.tree, null)
  }
}

function states(option: unknown): [string, readonly PlaceValue[]][] {
  return typeof option === 'object' && option !== null && !Array.isArray(option) && !('match' in option)
    ? Object.entries(option as Record<string, readonly PlaceValue[]>)
    : []
}

function plainPlaces(option: unknown): Place[] {
  return states(option).length > 0 || option === undefined ? [] : ([option].flat() as Place[])
}

/** A value that a state has on failure. */
function failing(values: readonly PlaceValue[]): PlaceValue {
  const [value] = values
  return typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : 'FAIL'
}

function xml(value: unknown): string {
  if (typeof value !== 'object' || value === null)
    return String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return Object.entries(value)
    .map(([tag, inner]) => `<${tag}>${xml(inner)}</${tag}>`)
    .join('')
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
