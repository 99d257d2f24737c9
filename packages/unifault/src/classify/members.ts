// Where a record of a log holds the parts of an answer. Each line is read for itself: logs mix shapes, and workers see parts of files.

/** What may stand in a record. The names are those of the options that set the place. */
export type Part = 'url' | 'method' | 'status' | 'headers' | 'body' | 'request-headers' | 'request-body'

const parts: readonly Part[] = ['url', 'method', 'status', 'headers', 'body', 'request-headers', 'request-body']

/** The usual places, the surest first: what one's own programs write, pino, OpenTelemetry, nginx, axios and HAR-like records. */
const usual: Readonly<Record<Part, readonly string[]>> = {
  url: [
    'url',
    'request.url',
    'req.url',
    'http.url',
    'url.full',
    'request_url',
    'requestUrl',
    'config.url',
    'uri',
    'request_uri',
    'href',
    'endpoint',
    'attributes.url.full',
    'attributes.http.url',
    'path',
  ],
  method: [
    'method',
    'request.method',
    'req.method',
    'request_method',
    'http.method',
    'http.request.method',
    'config.method',
    'attributes.http.request.method',
  ],
  status: [
    'status',
    'statusCode',
    'status_code',
    'response.status',
    'response.statusCode',
    'res.statusCode',
    'res.status',
    'responseStatus',
    'response_status',
    'upstream_status',
    'http.status_code',
    'http.response.status_code',
    'attributes.http.response.status_code',
    'httpStatus',
    'http_status',
  ],
  headers: [
    'headers',
    'response.headers',
    'res.headers',
    'responseHeaders',
    'response_headers',
    'http.response.headers',
  ],
  body: [
    'body',
    'response.body',
    'res.body',
    'responseBody',
    'response_body',
    'response.data',
    'res.data',
    'http.response.body.content',
    'response.content',
    'data',
    'response',
    'content',
    'text',
  ],
  'request-headers': ['request.headers', 'req.headers', 'requestHeaders', 'request_headers', 'config.headers'],
  'request-body': ['request.body', 'req.body', 'requestBody', 'request_body', 'request.data', 'config.data'],
}

/** A place as its name and its steps. */
interface Place {
  readonly name: string
  readonly steps: readonly string[]
}

/** How often each place held a part: part → place → lines. */
export type MemberCounts = Partial<Record<Part, Record<string, number>>>

/** Places that the user sets, in place of the usual ones. */
export type SetMembers = Partial<Record<Part, string>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A value by its place: each step an own member; a member whose name has the dots itself counts as well. */
function at(record: Record<string, unknown>, { name, steps }: Place): unknown {
  const [first = '', ...rest] = steps
  if (rest.length === 0) return Object.hasOwn(record, first) ? record[first] : undefined
  if (!Object.hasOwn(record, first)) return Object.hasOwn(record, name) ? record[name] : undefined
  let value: unknown = record[first]
  for (const step of rest) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined
    value = value[step]
  }
  return value
}

const fits: Readonly<Record<Part, (value: unknown) => boolean>> = {
  url: (value) => typeof value === 'string' && value !== '' && value.length < 65_536,
  method: (value) => typeof value === 'string' && /^[A-Za-z]{1,16}$/.test(value),
  status: (value) => Number.isInteger(statusOf(value)),
  headers: (value) => isRecord(value) || (typeof value === 'string' && value.includes(':')),
  body: (value) => (typeof value === 'string' && value !== '') || isRecord(value),
  'request-headers': (value) => isRecord(value) || typeof value === 'string',
  'request-body': (value) => typeof value === 'string' || isRecord(value),
}

/** An HTTP status, also as text, and as nginx writes it where it asked several servers (`502, 200`); NaN for what is none. */
export function statusOf(value: unknown): number {
  const status =
    typeof value === 'string' && /^\d{3}(?:$|[, ])/.test(value) ? Number(value.split(/[, ]/).findLast(Boolean)) : value
  return typeof status === 'number' && status >= 100 && status <= 999 ? status : NaN
}

/** Finds the parts of an answer in records, and counts where they stood. */
export class MemberReader {
  readonly counts: MemberCounts = {}
  private readonly places: Readonly<Record<Part, readonly Place[]>>

  constructor(set: SetMembers = {}) {
    const placesOf = (part: Part): Place[] => {
      const own = set[part]
      return (own === undefined ? usual[part] : [own]).map((name) => ({ name, steps: name.split('.') }))
    }
    this.places = Object.fromEntries(parts.map((part) => [part, placesOf(part)])) as Record<Part, Place[]>
  }

  /** The value of a part; undefined where no place holds one that fits. */
  read(record: Record<string, unknown>, part: Part): unknown {
    for (const place of this.places[part]) {
      const value = at(record, place)
      if (value !== undefined && fits[part](value)) {
        const counts = (this.counts[part] ??= {})
        counts[place.name] = (counts[place.name] ?? 0) + 1
        return value
      }
    }
    return undefined
  }
}
