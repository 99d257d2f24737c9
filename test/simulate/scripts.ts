import type { Provider } from '@unifault/core'
import { baidu } from '@unifault/providers/baidu'
import { generic } from '@unifault/providers/generic'
import { telegram } from '@unifault/providers/telegram'
import { randomOf } from './clock.ts'

/** What comes back over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: object
}

/** What a request meets. */
interface Moment {
  /** Milliseconds since the beginning. */
  readonly now: number
  readonly client: number
  /** The token that it carries. */
  readonly token: string
  /** How many requests this client has had answered within its present window, this one included. */
  readonly used: number
  /** How many requests of this client have been answered, this one included. */
  readonly count: number
}

/** A world in which requests go wrong. */
export interface Script {
  readonly name: string
  readonly title: string
  /** Until when the trouble lasts, in milliseconds. */
  readonly troubleUntil: number
  readonly provider: Provider
  /** The error that a request meets; undefined for a success. */
  readonly fault: (moment: Moment) => Reply | undefined
  /** How many requests a client sends at a time. */
  readonly burst: number
  /** How long a refresh takes, in milliseconds. */
  readonly refreshMs: number
  /** The window of a rate limit, in milliseconds. */
  readonly windowMs?: number
  /** Whether the trouble stands in a body under HTTP 200. */
  readonly isInBody: boolean
}

const down: Reply = { status: 503, headers: {}, body: { error: 'unavailable' } }
const isWithin = (now: number, from: number, to: number): boolean => now >= from && now < to

const expired: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  body: { error: 'invalid_token' },
}
const expiredInBody: Reply = { status: 200, headers: {}, body: { error_code: 111, error_msg: 'Access token expired' } }
const expiry =
  (reply: Reply) =>
  ({ now, token }: Moment) =>
    now >= 10_000 && token === 'old' ? reply : undefined

/** A limit of so many requests in a window of 10 s for each client, while the trouble lasts: less than half of what they want. */
const limit = 2
const windowMs = 10_000
const throttled =
  (reply: (leftMs: number) => Reply) =>
  ({ now, used }: Moment) =>
    now < 60_000 && used > limit ? reply(windowMs - (now % windowMs)) : undefined
const seconds = (ms: number): string => String(Math.ceil(ms / 1000))

const common = { provider: generic, burst: 1, refreshMs: 500, troubleUntil: 40_000, isInBody: false }

/** The worlds, in the order of the report. */
export const scripts: readonly Script[] = [
  {
    ...common,
    name: 'outage',
    title: 'An outage of 30 s',
    fault: ({ now }) => (isWithin(now, 10_000, 40_000) ? down : undefined),
  },
  {
    ...common,
    name: 'flapping',
    title: 'Down for 4 s, up for 4 s',
    troubleUntil: 60_000,
    fault: ({ now }) => (now < 60_000 && now % 8000 < 4000 ? down : undefined),
  },
  {
    ...common,
    name: 'flaky',
    title: 'One answer in five fails',
    troubleUntil: 60_000,
    // By client and count, so that all who compete meet the same faults.
    fault: ({ now, client, count }) => (now < 60_000 && randomOf(client * 65_537 + count)() < 0.2 ? down : undefined),
  },
  {
    ...common,
    name: 'wait-in-header',
    title: 'Throttled, the wait in Retry-After',
    troubleUntil: 60_000,
    burst: 1,
    windowMs,
    fault: throttled((left) => ({ status: 429, headers: { 'retry-after': seconds(left) }, body: {} })),
  },
  {
    ...common,
    name: 'wait-in-body',
    title: 'Throttled, the wait in a 200 body',
    troubleUntil: 60_000,
    burst: 1,
    windowMs,
    provider: telegram,
    isInBody: true,
    fault: throttled((left) => ({
      status: 200,
      headers: {},
      body: {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests',
        parameters: { retry_after: Number(seconds(left)) },
      },
    })),
  },
  {
    ...common,
    name: 'no-wait',
    title: 'Throttled, no wait told',
    troubleUntil: 60_000,
    burst: 1,
    windowMs,
    fault: throttled(() => ({ status: 429, headers: {}, body: {} })),
  },
  { ...common, name: 'expiry', title: 'Tokens expire, 401', burst: 5, troubleUntil: 10_000, fault: expiry(expired) },
  {
    ...common,
    name: 'expiry-in-body',
    title: 'Tokens expire, told in a 200 body',
    burst: 5,
    troubleUntil: 10_000,
    provider: baidu,
    isInBody: true,
    fault: expiry(expiredInBody),
  },
  {
    ...common,
    name: 'slow-refresh',
    title: 'Tokens expire, a refresh takes 8 s',
    burst: 5,
    refreshMs: 8000,
    troubleUntil: 10_000,
    fault: expiry(expired),
  },
]
