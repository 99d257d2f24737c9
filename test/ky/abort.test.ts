import type { ServerResponse } from 'node:http'
import { isApiError, originOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import ky, { NetworkError, TimeoutError } from 'ky'
import { describe, expect, it } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house } from '../fetch/house.ts'
import { serve } from '../fetch/serve.ts'

const api = wrapKy(ky.create({ retry: 0, timeout: 5000 }), house)
const json = { 'content-type': 'application/json' }

type Stage = 'before' | 'headers' | 'body' | 'wait'

/** How far a server lets a call come, and when the caller may give up. */
function listener(stage: Stage, reached: () => void) {
  return (_request: unknown, response: ServerResponse): void => {
    if (stage === 'wait') response.writeHead(200, { ...json, 'retry-after': '60' }).end('{"code":"throttled"}')
    if (stage === 'body') response.writeHead(200, json).write('{"code":')
    setTimeout(reached, 5)
  }
}

const retry = { limit: 1 }

describe.each<Stage>(['before', 'headers', 'body', 'wait'])('a call that the caller gives up in stage %s', (stage) => {
  it('rejects with the AbortError', async () => {
    const controller = new AbortController()
    await using server = await serve(listener(stage, () => controller.abort()))
    if (stage === 'before') controller.abort()
    const error = await caught(api.get(server.url, { signal: controller.signal, retry }).json())
    expect(error).toBeInstanceOf(DOMException)
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(server.hits).toBe(stage === 'before' ? 0 : 1)
  })

  it('rejects with the reason of the caller, be it named as ky names its own', async () => {
    const controller = new AbortController()
    const reason = new DOMException('too late', 'TimeoutError') // as AbortSignal.timeout gives
    await using server = await serve(listener(stage, () => controller.abort(reason)))
    if (stage === 'before') controller.abort(reason)
    expect(await caught(api.get(server.url, { signal: controller.signal, retry }).json())).toBe(reason)
  })

  it('rejects with what an AbortSignal.timeout says', async () => {
    await using server = await serve(listener(stage, () => undefined))
    const signal = AbortSignal.timeout(stage === 'before' ? 0 : 60)
    if (stage === 'before') await new Promise((resolve) => signal.addEventListener('abort', resolve))
    const error = await caught(api.get(server.url, { signal, retry }).json())
    expect(error).toBeInstanceOf(DOMException)
    expect(error).toMatchObject({ name: 'TimeoutError' })
    expect(error).toBe(signal.reason)
  })
})

it('the signal of a Request is the caller’s too', async () => {
  const controller = new AbortController()
  await using server = await serve(listener('headers', () => controller.abort()))
  const request = new Request(server.url, { signal: controller.signal })
  expect(await caught(api(request))).toBe(controller.signal.reason)
})

it('a signal of the instance is the caller’s too', async () => {
  const controller = new AbortController()
  await using server = await serve(listener('wait', () => controller.abort('enough')))
  expect(await caught(api.extend({ signal: controller.signal, retry }).get(server.url))).toBe('enough')
})

it('a failure of the network that the caller’s signal brought about is not the server’s', async () => {
  const controller = new AbortController()
  const fetch = (): Promise<Response> => {
    controller.abort()
    return Promise.reject(new TypeError('Failed to fetch')) // as polyfills do
  }
  expect(await caught(api.get('http://127.0.0.1/', { fetch, signal: controller.signal }))).toBeInstanceOf(NetworkError)
})

describe('a time-out of ky', () => {
  it('before the headers is an ApiError', async () => {
    await using server = await serve(listener('headers', () => undefined))
    const all = wrapKy(ky.create({ retry: 0 }), house, { keep: 'all' })
    const error = await caughtApiError(all.get(server.url, { timeout: 20 }))
    expect(error).toMatchObject({ category: 'server', reason: 'timeout', status: undefined, retry: 'if-idempotent' })
    expect(originOf(error).error).toBeInstanceOf(TimeoutError)
  })

  it('in the body is an ApiError', async () => {
    await using server = await serve(listener('body', () => undefined))
    expect(await caughtApiError(api.get(server.url, { timeout: 20 }).json())).toMatchObject({ reason: 'timeout' })
  })

  it('in a body that is not looked at is an ApiError', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).write('some')
    })
    expect(await caughtApiError(api.get(server.url, { timeout: 30 }).text())).toMatchObject({ reason: 'timeout' })
  })

  it('is repeated when retryOnTimeout says so', async () => {
    await using server = await serve((_request, response) => {
      if (server.hits > 1) response.writeHead(200, json).end('{"code":0}')
    })
    const options = { timeout: 1000, retry: { limit: 1, retryOnTimeout: true, delay: () => 1 } }
    expect(await api.get(server.url, options).json()).toEqual({ code: 0 })
    expect(server.hits).toBe(2)
  })

  it('over all attempts is an ApiError, and the wait that it cuts is lost', async () => {
    await using server = await serve(listener('wait', () => undefined))
    const error = await caughtApiError(api.get(server.url, { totalTimeout: 40, retry }))
    expect(error).toMatchObject({ reason: 'timeout', retryAfterMs: undefined })
    expect(server.hits).toBeLessThan(2)
  })

  it('is ky’s own where we are switched off', async () => {
    await using server = await serve(listener('headers', () => undefined))
    const error = await caught(api.get(server.url, { timeout: 20, context: { apiErrors: false } }))
    expect(isApiError(error)).toBe(false)
    expect(error).toBeInstanceOf(TimeoutError)
  })
})
