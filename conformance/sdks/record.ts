// What an SDK does in one call, written down so that two calls can be compared: what it asks, how long it waits, what comes out.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Answer, serve } from './server.ts'

/** A call of an SDK. What comes before the end, such as the pieces of a stream, it puts into `pieces`. */
export type Call = (fetch: typeof globalThis.fetch, origin: string, pieces: unknown[]) => Promise<unknown>

export interface Recorded {
  /** Requests, and the waits between them, in order. */
  readonly log: readonly string[]
  readonly count: number
  /** What came out, as plain data. */
  readonly shown: unknown
  /** What was thrown, as it is. */
  readonly thrown: unknown
}

const running = new AsyncLocalStorage<string[]>()
const bareFetch = globalThis.fetch
const bareTimeout = globalThis.setTimeout

/** Timers of ours, and of the runtime's fetch, are no waits of the SDK's. */
const others = /node:internal|[\\/](?:@unifault|packages)[\\/](?:core|fetch|ky|axios)[\\/]/
/** Time-outs are longer, in ms, and what is left of them changes from call to call. */
const longestWait = 60_000

/** Waits are compared by what was asked of the clock, never by the clock. Chance stands still: SDKs spread their waits. */
export function standStill(): void {
  Math.random = () => 0.5
  globalThis.setTimeout = Object.assign((run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const log = running.getStore()
    const caller = new Error('who asks').stack?.split('\n')[2] ?? ''
    if (log !== undefined && !others.test(caller) && Number(ms) <= longestWait) log.push(`wait ${ms}`)
    return bareTimeout(run, ms, ...given)
  }, bareTimeout) as typeof setTimeout
}

/** Calls the SDK once, against a server that has nothing else to do. */
export async function record(
  answers: readonly Answer[] | 'refused',
  call: Call,
  wrap: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch,
): Promise<Recorded> {
  await using server = await serve(answers)
  const log: string[] = []
  const keys: (string | null)[] = []
  const counted: typeof globalThis.fetch = (input, init) => {
    const { method, url, headers } = new Request(input, { ...init, body: null })
    const key = headers.get('idempotency-key')
    if (!keys.includes(key)) keys.push(key)
    const retry = headers.get('x-stainless-retry-count')
    const body = typeof init?.body === 'string' ? init.body : ''
    log.push(`${method} ${url.replace(server.origin, '')} retry ${retry} key ${keys.indexOf(key)} ${body}`)
    return bareFetch(input, init)
  }
  const pieces: unknown[] = []
  let thrown: unknown
  const value = await running.run(log, () =>
    call(wrap(counted), server.origin, pieces).catch((error: unknown) => {
      thrown = error
    }),
  )
  const shown = JSON.parse(
    JSON.stringify(plain({ value, thrown, pieces }))
      .replaceAll(/127\.0\.0\.1:\d+/g, 'server')
      .replaceAll(/"port":\d+/g, '"port":0'),
  ) as unknown
  return { log, count: server.count(), shown, thrown }
}

/** What changes from call to call, or says where in a program something happened. */
const fleeting = /^(?:stack|date|connection|keep-alive|transfer-encoding|idempotency-key|options)$/i

/** A value as plain data, with the class of each object, also where its members are hidden or come from getters. */
function plain(value: unknown, depth = 0, above: readonly unknown[] = []): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return typeof value
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value) || depth > 8) return '…'
  const inner = (one: unknown): unknown => plain(one, depth + 1, [...above, value])
  const kind = (value.constructor as { name?: string } | undefined)?.name
  if (value instanceof Response) {
    const { status, headers, bodyUsed, redirected, type, url } = value
    return { kind, status, headers: inner(headers), bodyUsed, redirected, type, url }
  }
  if (value instanceof Headers) return { kind, ...shownMembers(Object.fromEntries(value), inner) }
  if (value instanceof AbortSignal || ArrayBuffer.isView(value) || value instanceof ReadableStream) return kind
  if (Array.isArray(value)) return value.map(inner)
  const { name, message, cause } = value as Partial<Error>
  return { kind, ...(value instanceof Error && { name, message, cause: inner(cause) }), ...shownMembers(value, inner) }
}

function shownMembers(value: object, inner: (one: unknown) => unknown): object {
  const names = Object.getOwnPropertyNames(value).filter((name) => !fleeting.test(name))
  return Object.fromEntries(names.map((name) => [name, inner((value as Record<string, unknown>)[name])]))
}
