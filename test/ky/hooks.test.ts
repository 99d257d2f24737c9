import { isApiError } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import ky, { HTTPError, type Hooks, NetworkError, replaceOption } from 'ky'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { type Reply, replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const once = ky.create({ retry: 0 })
const api = wrapKy(once, house)
const stranger: Reply = { body: { code: 'stranger' } }

describe('an instance', () => {
  it('that is extended stays wrapped', async () => {
    replay(server, houseUrl, stranger)
    expect(await caughtApiError(api.extend({ headers: { a: 'b' } }).get(houseUrl))).toMatchObject({ code: 'stranger' })
  })

  it('that is created is ky’s own again', async () => {
    replay(server, houseUrl, stranger)
    expect((await api.create({}).get(houseUrl)).ok).toBe(true)
  })

  it('that was wrapped stays as it was', async () => {
    replay(server, houseUrl, stranger)
    expect((await once.get(houseUrl)).ok).toBe(true)
  })

  it('that is the default ky can be wrapped', async () => {
    replay(server, houseUrl, stranger)
    expect(await caughtApiError(wrapKy(ky, house)(houseUrl))).toMatchObject({ code: 'stranger' })
  })

  it('whose beforeError hooks are cleared stays wrapped', async () => {
    replay(server, houseUrl, { status: 403 })
    const child = api.extend({ hooks: { beforeError: undefined } as unknown as Hooks })
    expect(await caughtApiError(child.get(houseUrl))).toMatchObject({ reason: 'permission-denied' })
  })

  it('whose hooks are replaced is ky’s own again', async () => {
    replay(server, houseUrl, { status: 403 })
    const child = api.extend({ hooks: replaceOption({}) })
    expect(await caught(child.get(houseUrl))).toBeInstanceOf(HTTPError)
  })
})

describe('a fetch of the user', () => {
  it('per call is wrapped too', async () => {
    const fetch = vi.fn(() => Promise.resolve(Response.json({ code: 'stranger' })))
    expect(await caughtApiError(api.get(houseUrl, { fetch }))).toMatchObject({ code: 'stranger' })
    expect(await caughtApiError(api.extend({ fetch }).get(houseUrl))).toMatchObject({ code: 'stranger' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('the order of hooks', () => {
  /** Hooks that write down what they see. */
  function logging(log: string[], name: string): Hooks {
    const hooks: Hooks = {
      init: [() => void log.push(`${name} init`)],
      beforeRequest: [() => void log.push(`${name} beforeRequest`)],
      afterResponse: [() => void log.push(`${name} afterResponse`)],
      beforeRetry: [({ error }) => void log.push(`${name} beforeRetry ${error.name}`)],
      beforeError: [({ error }) => (log.push(`${name} beforeError ${error.name}`), error)],
    }
    return hooks
  }

  async function traceOf(reply: Reply): Promise<string[]> {
    const log: string[] = []
    replay(server, houseUrl, reply)
    const before = ky.create({ retry: { limit: 1, delay: () => 1 }, hooks: logging(log, 'before') })
    await caught(
      wrapKy(before, house)
        .extend({ hooks: logging(log, 'after') })
        .get(houseUrl),
    )
    return log
  }

  const start = ['before init', 'after init', 'before beforeRequest', 'after beforeRequest']
  const answered = ['before afterResponse', 'after afterResponse']

  it('is ky’s for a failed status: hooks added later see the ApiError', async () => {
    expect(await traceOf({ status: 500 })).toEqual([
      ...start,
      ...answered,
      'before beforeRetry HTTPError',
      'after beforeRetry HTTPError',
      ...answered,
      'before beforeError HTTPError',
      'after beforeError ApiError',
    ])
  })

  it('has no afterResponse for an error in a body', async () => {
    expect(await traceOf({ headers: { 'retry-after-ms': '1' }, body: { code: 'throttled' } })).toEqual([
      ...start,
      'before beforeRetry ApiError',
      'after beforeRetry ApiError',
      'before beforeError ApiError',
      'after beforeError ApiError',
    ])
  })
})

describe('a hook of the user', () => {
  it('may make the error its own before us', async () => {
    const mine = new Error('mine')
    replay(server, houseUrl, { status: 500 })
    const instance = wrapKy(once.extend({ hooks: { beforeError: [() => mine] } }), house)
    expect(await caught(instance.get(houseUrl))).toBe(mine)
  })

  it('may make the error its own after us', async () => {
    const mine = new Error('mine')
    replay(server, houseUrl, { status: 500 })
    const seen: unknown[] = []
    const beforeError = [({ error }: { error: Error }) => (seen.push(error), mine)]
    expect(await caught(api.get(houseUrl, { hooks: { beforeError } }))).toBe(mine)
    expect(isApiError(seen[0])).toBe(true)
  })

  it('may rename the HTTPError', async () => {
    replay(server, houseUrl, { status: 500 })
    const beforeError = [({ error }: { error: Error }) => Object.assign(error, { name: 'GitHubError' as const })]
    expect(await caughtApiError(wrapKy(once.extend({ hooks: { beforeError } }), house).get(houseUrl))).toMatchObject({
      reason: 'internal',
    })
  })

  it('may answer before the request: judged by status only', async () => {
    const answer = (response: Response) => ({ hooks: { beforeRequest: [() => response] } })
    const body = { code: 'arrears' }
    expect((await api.get(houseUrl, answer(Response.json(body)))).ok).toBe(true)
    const error = await caughtApiError(api.get(houseUrl, answer(Response.json(body, { status: 400 }))))
    expect(error).toMatchObject({ reason: 'payment-required', status: 400 })
  })

  it('may put an answer of its own in the place of the server’s', async () => {
    replay(server, houseUrl, { body: { code: 0 } })
    const afterResponse = [() => Response.json({ code: 'arrears' }, { status: 402 })]
    expect(await caughtApiError(api.get(houseUrl, { hooks: { afterResponse } }))).toMatchObject({ code: 'arrears' })
  })

  it('gets clones of an answer that stays readable', async () => {
    replay(server, houseUrl, { body: { code: 0 } })
    const seen: unknown[] = []
    const afterResponse = [async ({ response }: { response: Response }) => void seen.push(await response.json())]
    expect(await api.get(houseUrl, { hooks: { afterResponse } }).json()).toEqual({ code: 0 })
    expect(seen).toEqual([{ code: 0 }])
  })

  it('may stop the retry', async () => {
    replay(server, houseUrl, { body: { code: 'busy' } })
    const call = api.get(houseUrl, { retry: { limit: 1, delay: () => 1 }, hooks: { beforeRetry: [() => ky.stop] } })
    expect(await call).toBeUndefined()
  })

  it('may throw before a retry', async () => {
    const mine = new Error('mine')
    replay(server, houseUrl, { body: { code: 'busy' } })
    const beforeRetry = [
      () => {
        throw mine
      },
    ]
    expect(await caught(api.get(houseUrl, { retry: { limit: 1, delay: () => 1 }, hooks: { beforeRetry } }))).toBe(mine)
  })

  it('may change the options of the call in init', async () => {
    replay(server, houseUrl, stranger)
    const init = [(options: { searchParams?: unknown }) => void (options.searchParams = { a: 1 })]
    const error = await caughtApiError(api.get(houseUrl, { hooks: { init } }))
    expect(error.request.url).toBe(houseUrl)
  })
})

describe('throwHttpErrors', () => {
  const off = api.extend({ throwHttpErrors: false })

  it('false: nothing of ours is thrown', async () => {
    replay(server, houseUrl, stranger)
    expect(await off.get(houseUrl).json()).toEqual({ code: 'stranger' })
    replay(server, houseUrl, { status: 401, body: { code: 'stranger' } })
    expect(await off.get(houseUrl).json()).toEqual({ code: 'stranger' })
    replay(server, houseUrl, 'cut')
    expect(await caught(off.get(houseUrl))).toBeInstanceOf(NetworkError)
  })

  it('as a function rules what only the status tells', async () => {
    const onError = vi.fn()
    const lenient = wrapKy(once, house, { onError }).extend({ throwHttpErrors: (status) => status !== 404 })
    replay(server, houseUrl, { status: 404 })
    expect((await lenient.get(houseUrl)).status).toBe(404)
    expect(onError).not.toHaveBeenCalled()
    replay(server, houseUrl, { status: 404, body: { code: 'stranger' } })
    expect(await caughtApiError(lenient.get(houseUrl))).toMatchObject({ code: 'stranger', status: 404 })
    replay(server, houseUrl, { status: 500 })
    expect(await caughtApiError(lenient.get(houseUrl))).toMatchObject({ reason: 'internal' })
    replay(server, houseUrl, stranger)
    expect(await caughtApiError(lenient.get(houseUrl))).toMatchObject({ code: 'stranger', status: 200 })
  })

  it('as a function leaves what is passed', async () => {
    const call = (pass: unknown): PromiseLike<Response> =>
      api.get(houseUrl, { throwHttpErrors: () => false, context: { apiErrors: { pass } } })
    replay(server, houseUrl, { status: 400, body: { code: 'unscanned' } })
    expect((await call(['authorization-pending'])).status).toBe(400)
    expect((await call(() => true)).status).toBe(400)
    expect(await caughtApiError(call(() => false))).toMatchObject({ code: 'unscanned' })
  })
})

it('stringifyJson gets the members of json, in a copy that every init hook brings', async () => {
  replay(server, houseUrl, { body: { code: 0 } })
  const given = { list: [1] }
  const seen: unknown[] = []
  const stringifyJson = (data: unknown): string => (seen.push(data), JSON.stringify(data))
  await api.post(houseUrl, { json: given, stringifyJson })
  expect(seen).toEqual([given])
  expect((seen[0] as typeof given).list).toBe(given.list)
})

it('leaves parseJson and a schema to the user', async () => {
  replay(server, houseUrl, { body: { code: 0, n: 1 } })
  const parseJson = (text: string): unknown => Object.keys(JSON.parse(text) as object)
  expect(await api.get(houseUrl, { parseJson }).json()).toEqual(['code', 'n'])
  replay(server, houseUrl, { status: 204 })
  expect(await caught(api.get(houseUrl).json())).toBeInstanceOf(SyntaxError)
})
