// One record of a log as the answer that it tells of: NDJSON of one's own, pino's lines, nginx's JSON logs.
import type { RawResponse, TransportFailure } from '@unifault/core'
import { isRecord, type MemberReader, statusOf } from './members.ts'

/** An answer; or a request without one, with the error or the name of the failure that its log has. */
export interface Exchange extends RawResponse {
  /** What the program caught, where the record has no answer. */
  readonly caught?: unknown
  readonly failure?: TransportFailure
}

/** Headers in a form that the classifier reads: a HAR's `{ name, value }` as pairs, a block of lines as pairs, else as they are. */
export function headersOf(given: unknown): unknown {
  if (Array.isArray(given) && isRecord(given[0]) && 'name' in given[0])
    return given.filter(isRecord).map(({ name, value }) => [name, value])
  if (typeof given !== 'string') return given
  return given.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : []
  })
}

const hostPlaces = ['host', 'http_host', 'hostname', 'server_name', 'authority']

function text(record: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined
    if (typeof value === 'string' && value !== '' && value !== '-') return value
  }
  return undefined
}

/** A URL that is only a path gets the host that stands beside it, or that of the client's base address. */
function wholeUrl(
  url: string | undefined,
  record: Record<string, unknown>,
  requestHeaders: unknown,
): string | undefined {
  if (url !== undefined && /^[a-z][\w+.-]*:\/\//i.test(url)) return url
  const base = text(record, 'baseURL', 'baseUrl') ?? text(record['config'], 'baseURL')
  if (base !== undefined) return `${withoutSlash(base)}/${(url ?? '').replace(/^\/+/, '')}`
  const host =
    text(record, ...hostPlaces) ??
    text(record['req'], ...hostPlaces) ??
    text(requestHeaders, 'host', 'Host', ':authority')
  if (host === undefined) return url
  const scheme = text(record, 'scheme', 'protocol') ?? 'https'
  return `${scheme.replace(/:.*/, '')}://${host}${url === undefined || url.startsWith('/') ? (url ?? '/') : `/${url}`}`
}

/**
 * What a record tells of an answer.
 *
 * @returns undefined where it tells of none: other lines stand in the same logs
 */
export function exchangeOf(record: unknown, members: MemberReader): Exchange | undefined {
  if (!isRecord(record)) return undefined
  const status = statusOf(members.read(record, 'status'))
  const body = members.read(record, 'body')
  const caught = Number.isNaN(status) ? (record['err'] ?? record['error']) : undefined
  const isCaught = isRecord(caught) && ('message' in caught || 'code' in caught || 'reason' in caught)
  // A text beside no status may be anything; an error that the program caught tells more than a body.
  if (Number.isNaN(status) && !isCaught && body === undefined) return undefined
  let url = members.read(record, 'url') as string | undefined
  let method = members.read(record, 'method') as string | undefined
  // nginx: `"request": "GET /orders HTTP/1.1"`
  const line = /^([A-Z]{3,16}) (\S+) HTTP\/[\d.]+$/.exec(text(record, 'request') ?? '')
  url ??= line?.[2]
  method ??= line?.[1]
  if (Number.isNaN(status) && !isCaught && url === undefined) return undefined
  const requestHeaders = headersOf(members.read(record, 'request-headers'))
  return {
    url: wholeUrl(url, record, requestHeaders),
    method: method ?? 'GET',
    status,
    headers: headersOf(members.read(record, 'headers')),
    body,
    requestHeaders,
    requestBody: members.read(record, 'request-body'),
    ...(isCaught && { caught }),
  }
}

/** Without the slashes that end it: by hand, since a log may hold any number of them. */
function withoutSlash(base: string): string {
  let end = base.length
  while (base[end - 1] === '/') end--
  return base.slice(0, end)
}
