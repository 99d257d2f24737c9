import { installApiErrors } from '@unifault/axios'
import { type ApiError, isApiError, type Provider } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import axios from 'axios'
import ky from 'ky'
import type { Payload } from '../../packages/providers/scripts/read-payloads.ts'

/** Sends a payload's request; the ApiError that came of it, or undefined. Anything else that is thrown goes through. */
export type Send = (payload: Pick<Payload, 'method' | 'url'>) => Promise<ApiError | undefined>

/** What clients send with. */
export interface Sending {
  readonly fetch: typeof fetch
  /** What axios has in the place of `node:http`. */
  readonly transport?: unknown
}

/** Every client that has an adapter, with one provider bound. */
export function clientsFor(
  provider: Provider,
  { fetch, transport }: Sending = { fetch: (...request) => globalThis.fetch(...request) },
): Record<string, Send> {
  const instances = [{ adapter: 'http', transport } as const, { adapter: 'fetch', env: { fetch } } as const].map(
    (config) => {
      const instance = axios.create(config)
      installApiErrors(instance, provider)
      return instance
    },
  )
  const wrappedKy = wrapKy(ky.create({ retry: 0, fetch }), provider)
  const wrappedFetch = wrapFetch(fetch, provider)
  return {
    'axios over http': caught(({ method, url }) => instances[0]?.request({ method, url })),
    'axios over fetch': caught(({ method, url }) => instances[1]?.request({ method, url })),
    ky: caught(({ method, url }) => wrappedKy(url, { method })),
    fetch: caught(({ method, url }) => wrappedFetch(url, { method })),
  }
}

function caught(send: (payload: Pick<Payload, 'method' | 'url'>) => PromiseLike<unknown> | undefined): Send {
  return async (payload) => {
    try {
      await send(payload)
      return undefined
    } catch (error) {
      if (isApiError(error)) return error
      throw error
    }
  }
}

/** What must be the same through every client. */
export function essence(error: ApiError | undefined): unknown {
  return error && { category: error.category, reason: error.reason, code: error.code, retry: error.retry }
}
