// How long an answer asks to wait, in milliseconds: 0 to 24 h, or undefined. Nonsense is never a wait.

/** No wait is longer: beyond a day it is not a delay but an appointment. Far below the 2^31 - 1 ms where timers fire at once. */
const longest = 86_400_000

/**
 * What a value that tells a wait means. `duration` is a number with units, such as `6m0s`, `250ms` or `27s` (seconds without one);
 * `date` an HTTP-date or an RFC 3339 time. `epoch-…` and `date` are points in time, the others run from now.
 */
export type WaitUnit = 'ms' | 's' | 'epoch-ms' | 'epoch-s' | 'duration' | 'date'

/** Milliseconds as a wait: whole, 0 to 24 h; negative and unreadable numbers are undefined. */
export function clampWait(ms: number): number | undefined {
  return ms >= 0 ? Math.min(Math.ceil(ms), longest) : undefined
}

const until = (time: number, now: number): number | undefined => clampWait(time >= 0 ? Math.max(0, time - now) : NaN)

/** A wait in a body or in a header of the provider's own. `now` is in milliseconds since the epoch. */
export function parseWait(value: unknown, unit: WaitUnit, now: number): number | undefined {
  if (typeof value !== 'string' && (typeof value !== 'number' || !Number.isFinite(value))) return undefined
  const text = String(value).trim()
  if (unit === 'date') return parseDate(text, now)
  if (unit === 'duration') return parseDuration(text)
  const amount = Number(/^(\d{1,15}(?:\.\d{1,17})?)s?$/.exec(text)?.[1] ?? NaN)
  if (unit === 'ms') return clampWait(amount)
  if (unit === 's') return clampWait(amount * 1000)
  return until(unit === 'epoch-s' ? amount * 1000 : amount, now)
}

/** The HTTP-date that senders must use (RFC 9110 section 5.6.7), and RFC 3339. A day that no month has is no date. */
function parseDate(text: string, now: number): number | undefined {
  const time =
    /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$|^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:?\d\d)$/.test(
      text,
    )
      ? Date.parse(text)
      : NaN
  const isWhole = text.endsWith('GMT') ? time >= 0 && new Date(time).toUTCString() === text : true
  return isWhole ? until(time, now) : undefined
}

/** Go's durations and their kin. */
function parseDuration(text: string): number | undefined {
  const parts =
    /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,9}(?:\.\d{1,17})?)(?:s|$))?(?:(\d{1,9}(?:\.\d{1,17})?)ms)?$/.exec(
      text,
    )
  if (text === '' || parts === null) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0, rest = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  return clampWait((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + rest)
}

/** Digits are seconds, or a point in time when they are large enough to be one (2023 and later). */
function seconds(text: string, now: number): number | undefined {
  const amount = /^\d{1,15}(?:\.\d{1,9})?s?$/.test(text) ? Number.parseFloat(text) : NaN
  return amount >= 1.7e9 ? until(amount >= 1.7e12 ? amount : amount * 1000, now) : clampWait(amount * 1000)
}

type Header = (name: string) => string | undefined

/** A rate limit's window: what is left of it, and when it ends. */
interface Window {
  readonly left: string | undefined
  readonly end: string | undefined
}

/**
 * The windows that the headers tell of, by the three generations of their fields. The `RateLimit` field may list several:
 * `"default";r=0;t=12` (draft 08 and later), or `limit=10, remaining=0, reset=12` (earlier drafts).
 */
export function windowsOf(header: Header): readonly Window[][] {
  const policies = (header('ratelimit')?.slice(0, 1024) ?? '').split(/,(?!\s*(?:remaining|reset)=)/)
  return [
    policies.map((policy) => ({
      left: /(?:^|[;,])\s*(?:r|remaining)=(-?\d{1,15})/.exec(policy)?.[1],
      end: /(?:^|[;,])\s*(?:t|reset)=(\d{1,15})/.exec(policy)?.[1],
    })),
    ...['ratelimit-', 'x-ratelimit-', 'x-rate-limit-'].map((name) => [
      { left: header(`${name}remaining`)?.trim(), end: header(`${name}reset`)?.trim() },
    ]),
  ]
}

/**
 * How long the headers ask to wait: `Retry-After` (RFC 9110 section 10.2.3; fractions and `60s` are met too), then the three
 * generations of rate-limit fields. What only one provider sends stands with the provider.
 *
 * @param limited whether the answer is about a limit: only then does the end of a window mean a wait
 */
export function headerWait(header: Header, limited: boolean, now: number): number | undefined {
  const after = header('retry-after')?.trim()
  const wait = after ? (seconds(after, now) ?? parseDate(after, now)) : undefined
  if (wait !== undefined || !limited) return wait
  for (const windows of windowsOf(header)) {
    // The end of a window matters only when nothing is left of it; a remainder that is none makes the rest doubtful.
    const ends = windows.map(({ left, end = '' }) => (Number(left ?? 0) === 0 ? seconds(end, now) : undefined))
    const found = ends.filter((end) => end !== undefined)
    if (found.length > 0) return Math.max(...found)
  }
  return undefined
}
