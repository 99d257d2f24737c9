import type { Row } from '../provider/code-table.ts'
import type { Envelope, PlaceValue } from '../provider/envelope.ts'
import type { Place } from '../reading/place.ts'

/** An answer for a mocked server, and a URL under whose path the row counts. */
export interface FakeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly url: string
}

type Tree = { [key: string]: unknown }

interface Draft {
  readonly tree: Tree
  readonly headers: Record<string, string>
  status: number
  text: string | undefined
}

/** Answers in an envelope's shape that may carry a row; whoever asks checks which of them does. */
export function fakeBodies(dialect: Envelope, row: Row, code: string): FakeAnswer[] {
  const { options } = dialect
  const places = [options.code].flat<(Place | readonly Place[])[]>()
  const found: FakeAnswer[] = []
  const sample = code.replace('*', 'Example')
  for (const status of statusesOf(row))
    for (const place of places)
      for (const value of /^-?(?:0|[1-9]\d{0,14})$/.test(sample) ? [Number(sample), sample] : [sample])
        for (const text of typeof place === 'string' ? [value] : texts(sample, place.match))
          found.push(...fill(dialect, row, { tree: {}, headers: {}, status, text: undefined }, place, text))
  return found
}

function statusesOf({ when = '' }: Row): number[] {
  const status = /(?:^| )status=(\d)(\d\d|xx)/.exec(when)
  return status === null ? [200, 400] : [Number(status[2] === 'xx' ? `${status[1]}00` : `${status[1]}${status[2]}`)]
}

/** Texts whose first group may be the code. */
function texts(code: string, match: RegExp): string[] {
  const source = match.source.replace(/^\^/, '').replace(/\$$/, '')
  const prefix = /^[\w\s:,{}"'=<>/-]*(?=\()/.exec(source)?.[0].replace(/\\s[*+]?/g, ' ') ?? ''
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
  ].filter((text) => match.exec(text)?.[1] === code)
}

function fill(dialect: Envelope, row: Row, draft: Draft, place: Place, value: string | number): FakeAnswer[] {
  const { options } = dialect
  for (const [at, values] of states(options.requires))
    put(
      draft,
      at,
      values.find((one) => one !== undefined),
    )
  for (const at of plainPlaces(options.requires)) if (at !== place) put(draft, at, 'x')
  for (const [at, values] of states(options.success)) put(draft, at, failing(values))
  const message = /(?:^| )message=(.*)$/.exec(row.when ?? '')?.[1]?.replace('*', '')
  const has = /(?:^| )has=(\S+)/.exec(row.when ?? '')?.[1]
  if (has !== undefined) put(draft, has, 'x')
  const messagePlace = [options.message].flat()[0]
  if (messagePlace !== undefined) put(draft, messagePlace, message ?? 'failed')
  put(draft, place, value)
  const path = /(?:^| )path=(\S+)/.exec(row.when ?? '')?.[1]?.replaceAll('*', 'x') ?? '/'
  const { headers, status, text, tree } = draft
  const url = `https://api.example.com${path}`
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
  if (at === '$status') draft.status = Number(value)
  else if (at === '$text') draft.text = String(value)
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
