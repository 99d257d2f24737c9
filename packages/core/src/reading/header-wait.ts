import { parseHttpDate } from './http-date.ts'
import { clampWait } from './wait.ts'

/** Digits are seconds, or a point in time when they are large enough to be one (2023 and later). */
function seconds(text: string, now: number): number | undefined {
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) return undefined
  const amount = Number(text)
  if (amount >= 1.7e12) return clampWait(Math.max(0, amount - now))
  if (amount >= 1.7e9) return clampWait(Math.max(0, amount * 1000 - now))
  return clampWait(amount * 1000)
}

/** `Retry-After` (RFC 9110 section 10.2.3): whole seconds or an HTTP-date; anything else is not read. */
function retryAfter(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return seconds(text, now)
  const date = parseHttpDate(text, now)
  return date === undefined ? undefined : clampWait(Math.max(0, date - now))
}

function milliseconds(text: string): number | undefined {
  return /^\d{1,15}(?:\.\d{1,9})?$/.test(text) ? clampWait(Number(text)) : undefined
}

/** Go's durations, such as `6m0s` and `250ms` (OpenAI). */
function duration(text: string, now: number): number | undefined {
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9}(?:\.\d{1,9})?)ms)?$/.exec(
    text,
  )
  if (text === '' || parts === null) return seconds(text, now)
  const [, hours = 0, minutes = 0, whole = 0, rest = 0] = parts
  return clampWait(Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(whole) * 1000 + Number(rest))
}

/** The `RateLimit` field: `"default";r=0;t=12` (draft 08 and later), or `limit=10, remaining=0, reset=12` (earlier drafts). */
function rateLimit(text: string): number | undefined {
  let longest: number | undefined
  for (const policy of text.slice(0, 1024).split(/,(?!\s*(?:remaining|reset)=)/)) {
    const remaining = /(?:^|[;,])\s*(?:r|remaining)=(\d{1,15})/.exec(policy)?.[1]
    const reset = /(?:^|[;,])\s*(?:t|reset)=(\d{1,15})/.exec(policy)?.[1]
    if (reset === undefined || (remaining !== undefined && Number(remaining) > 0)) continue
    const wait = clampWait(Number(reset) * 1000)
    if (wait !== undefined && (longest === undefined || wait > longest)) longest = wait
  }
  return longest
}

type Header = (name: string) => string | undefined
type Parse = (text: string, now: number) => number | undefined

/** Waits that a server means for this answer. */
const waits: readonly (readonly [name: string, parse: Parse])[] = [
  ['retry-after-ms', milliseconds], // OpenAI, Azure OpenAI
  ['x-ms-retry-after-ms', milliseconds], // Azure
  ['retry-after', retryAfter],
]

/** Ends of a rate-limit window; they matter only when nothing is left of it. */
const resets: readonly (readonly [reset: string, parse: Parse, remaining?: string])[] = [
  ['ratelimit', rateLimit],
  ['ratelimit-reset', seconds, 'ratelimit-remaining'],
  ['x-ratelimit-retry-after', seconds], // Symfony
  ['x-ratelimit-reset-after', seconds, 'x-ratelimit-remaining'], // Discord
  ['x-ratelimit-reset', seconds, 'x-ratelimit-remaining'], // GitHub
  ['x-rate-limit-reset', seconds, 'x-rate-limit-remaining'], // X
  ['x-ogw-ratelimit-reset', seconds], // Feishu
  ['x-ratelimit-reset-requests', duration, 'x-ratelimit-remaining-requests'], // OpenAI
  ['x-ratelimit-reset-tokens', duration, 'x-ratelimit-remaining-tokens'],
]

/**
 * How long the headers ask to wait, in milliseconds: `Retry-After` and its variants, then the generations of rate-limit fields.
 *
 * @param limited whether the answer is about a limit: only then does the end of a window mean a wait
 * @param now milliseconds since the epoch
 */
export function headerWait(header: Header, limited: boolean, now: number): number | undefined {
  for (const [name, parse] of waits) {
    const wait = parse(header(name)?.trim() ?? '', now)
    if (wait !== undefined) return wait
  }
  if (!limited) return undefined
  for (const [name, parse, remaining] of resets) {
    const text = header(name)?.trim()
    if (text === undefined || (remaining !== undefined && Number(header(remaining) ?? 0) > 0)) continue
    const wait = parse(text, now)
    if (wait !== undefined) return wait
  }
  return undefined
}
