import { StandardRetryStrategy } from '@smithy/util-retry'
import axios from 'axios'
import axiosRetry from 'axios-retry'
import { circuitBreaker, ConsecutiveBreaker, ExponentialBackoff, handleAll, retry, wrap } from 'cockatiel'
import { Effect, Schedule } from 'effect'
import ky from 'ky'
import pRetry from 'p-retry'
import type { Reply } from '../scripts.ts'
import type { Policy } from '../world.ts'

/**
 * The peers, each with its defaults or what its README recommends. None knows of tokens, so each gets what most people write around a
 * 401: one refresh at a time, and one more sending. What a body says under 200 none of them sees.
 */

type Credentials = Parameters<Policy['client']>[1]
type Send = Parameters<ReturnType<Policy['client']>>[0]

const url = 'https://api.example.com/'

/** An error as clients throw it. */
class StatusError extends Error {
  readonly reply: Reply
  readonly $metadata: { readonly httpStatusCode: number }

  constructor(reply: Reply) {
    super(`status ${reply.status}`)
    this.reply = reply
    this.$metadata = { httpStatusCode: reply.status }
  }
}

async function thrown(send: () => Promise<Reply>): Promise<Reply> {
  const reply = await send()
  if (reply.status >= 400) throw new StatusError(reply)
  return reply
}

const isWorthRepeating = (error: unknown): boolean =>
  error instanceof StatusError && (error.reply.status === 429 || error.reply.status >= 500)

/** The refresh of a 401, once at a time. */
function refreshing(
  credentials: Credentials,
  run: (send: () => Promise<Reply>) => Promise<Reply>,
): (send: Send) => Promise<Reply> {
  let flight: Promise<string> | undefined
  return async (send) => {
    const once = (): Promise<Reply> => run(() => send(credentials.current()))
    const statusOf = (error: unknown): number | undefined => {
      const { reply, response } = error as { reply?: Reply; response?: { status: number } }
      return reply?.status ?? response?.status
    }
    try {
      return await once()
    } catch (error) {
      if (statusOf(error) !== 401) throw error
      await (flight ??= credentials.refresh().finally(() => (flight = undefined)))
      return once()
    }
  }
}

const policy = (name: string, client: () => (send: () => Promise<Reply>) => Promise<Reply>): Policy => ({
  name,
  client: (_script, credentials) => refreshing(credentials, client()),
})

const byAxiosRetry = policy('axios-retry', () => {
  const instance = axios.create()
  axiosRetry(instance, { retries: 3, retryDelay: axiosRetry.exponentialDelay })
  return async (send) => {
    const response = await instance.get<unknown>(url, {
      adapter: async (config) => {
        const { status, headers, body } = await send()
        const response = { data: body, status, headers, statusText: '', config, request: {} }
        if (status >= 400) throw new axios.AxiosError(`status ${status}`, 'ERR_BAD_RESPONSE', config, {}, response)
        return response
      },
    })
    return { status: response.status, headers: {}, body: response.data as object }
  }
})

const byKy = policy('ky', () => async (send) => {
  const response = await ky.get(url, {
    timeout: false,
    fetch: async () => {
      const { status, headers, body } = await send()
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
    },
  })
  return { status: response.status, headers: {}, body: await response.json<object>() }
})

const byPRetry = policy(
  'p-retry',
  () => (send) =>
    pRetry(() => thrown(send), { retries: 3, randomize: true, shouldRetry: ({ error }) => isWorthRepeating(error) }),
)

const repeating = () => retry(handleAll.orWhen(isWorthRepeating), { maxAttempts: 3, backoff: new ExponentialBackoff() })

/** cockatiel repeats what is thrown: only what is worth it is. */
async function throughCockatiel(
  execute: (run: () => Promise<Reply>) => Promise<Reply>,
  send: () => Promise<Reply>,
): Promise<Reply> {
  let refused: unknown
  const reply = await execute(async () => {
    try {
      return await thrown(send)
    } catch (error) {
      if (isWorthRepeating(error)) throw error
      refused = error
      return { status: 0, headers: {}, body: {} }
    }
  })
  if (refused !== undefined) throw refused
  return reply
}

const byCockatiel = policy('cockatiel', () => {
  const repeat = repeating()
  return (send) => throughCockatiel((run) => repeat.execute(run), send)
})

const byBreaker = policy('cockatiel + breaker', () => {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) })
  const both = wrap(repeating(), breaker)
  return (send) => throughCockatiel((run) => both.execute(run), send)
})

const byAws = policy('AWS SDK', () => {
  const strategy = new StandardRetryStrategy(3)
  return async (send) => {
    // As the retry middleware of the SDK does.
    let token = await strategy.acquireInitialRetryToken('')
    for (;;) {
      try {
        const reply = await thrown(send)
        strategy.recordSuccess(token)
        return reply
      } catch (error) {
        if (!(error instanceof StatusError)) throw error
        const { status, headers } = error.reply
        const errorType = status === 429 ? 'THROTTLING' : status >= 500 ? 'TRANSIENT' : 'CLIENT_ERROR'
        const wait = Number(headers['retry-after'])
        const retryAfterHint = wait > 0 ? new Date(Date.now() + wait * 1000) : undefined
        try {
          token = await strategy.refreshRetryTokenForRetry(token, {
            error,
            errorType,
            ...(retryAfterHint && { retryAfterHint }),
          })
        } catch {
          throw error
        }
        const delay = token.getRetryDelay()
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      }
    }
  }
})

const byEffect = policy(
  'Effect',
  () => (send) =>
    Effect.runPromise(
      Effect.retry(Effect.tryPromise({ try: () => thrown(send), catch: (error) => error as StatusError }), {
        while: isWorthRepeating,
        times: 3,
        schedule: Schedule.jittered(Schedule.exponential('100 millis')),
      }),
    ),
)

export const peers: readonly Policy[] = [byAxiosRetry, byKy, byPRetry, byCockatiel, byBreaker, byAws, byEffect]
