import { isApiError, originOf } from '@unifault/core'
import { apiErrorOf, wrapKy } from '@unifault/ky'
import ky, { HTTPError, isHTTPError, NetworkError, TimeoutError } from 'ky'
import { delay, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { caught } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const api = wrapKy(ky.create({ retry: { limit: 1, delay: () => 1 } }), house, { mode: 'attach' })

it('a failed status stays an HTTPError', async () => {
  replay(server, houseUrl, { status: 403, body: { code: 'arrears' } })
  const error = await caught(api.get(houseUrl))
  expect(error).toBeInstanceOf(HTTPError)
  expect(isApiError(error)).toBe(false)
  expect((error as HTTPError).data).toEqual({ code: 'arrears' })
  const apiError = apiErrorOf(error)
  expect(apiError).toMatchObject({ provider: 'house', code: 'arrears', status: 403 })
  expect(originOf(apiError).error).toBe(error)
})

it('an error in a 200 body is an HTTPError as ky makes them', async () => {
  const hits = replay(server, houseUrl, { body: { code: 'busy' } })
  const error = await caught(api.post(houseUrl, { json: { a: 1 }, context: { own: 1 } }))
  if (!isHTTPError(error)) throw error
  expect(error).toBeInstanceOf(HTTPError)
  expect(error.response.status).toBe(200)
  expect(error.data).toEqual({ code: 'busy' })
  expect(error.request.url).toBe(houseUrl)
  expect(error.options).toMatchObject({ method: 'POST', context: { own: 1 }, retry: { limit: 1 } })
  expect(error.options).not.toHaveProperty('hooks')
  expect(await error.response.json()).toEqual({ code: 'busy' })
  expect(apiErrorOf(error)).toMatchObject({ code: 'busy', status: 200 })
  expect(originOf(apiErrorOf(error)).error).toBe(error)
  expect(hits).toHaveLength(1)
})

it('is repeated by the same rules, and hooks find the ApiError', async () => {
  const seen: unknown[] = []
  const note = ({ error }: { error: Error }): void => void seen.push([error.name, apiErrorOf(error)?.code])
  const hooks = { beforeRetry: [note], beforeError: [({ error }: { error: Error }) => (note({ error }), error)] }
  for (const reply of [{ body: { code: 'busy' } }, { status: 500, body: { code: 'busy' } }]) {
    const hits = replay(server, houseUrl, reply)
    await caught(api.get(houseUrl, { hooks }))
    expect(hits).toHaveLength(2)
  }
  expect(seen).toEqual(Array.from({ length: 4 }, () => ['HTTPError', 'busy']))
  const hits = replay(server, houseUrl, { body: { code: 'stranger' } })
  await caught(api.get(houseUrl))
  expect(hits).toHaveLength(1)
})

it.each<[string, Record<string, string>, unknown, unknown]>([
  ['text', { 'content-type': 'text/plain' }, '{"code":"arrears"}', '{"code":"arrears"}'],
  ['undefined', { 'content-type': 'application/json' }, '{"code":', undefined],
])('data is %s as ky would have it', async (_title, headers, body, data) => {
  replay(server, houseUrl, { headers, body })
  expect(((await caught(api.get(houseUrl, { retry: 0 }))) as HTTPError).data).toEqual(data)
})

it('data comes from the parser of the user', async () => {
  replay(server, houseUrl, { body: { code: 'arrears' } })
  const parseJson = (text: string): Promise<unknown> => Promise.resolve([text])
  expect(await caught(api.get(houseUrl, { parseJson }))).toMatchObject({ data: ['{"code":"arrears"}'] })
})

it('failures without an answer keep their classes', async () => {
  replay(server, houseUrl, 'cut')
  const network = await caught(api.get(houseUrl))
  expect(network).toBeInstanceOf(NetworkError)
  expect(apiErrorOf(network)).toMatchObject({ reason: 'network' })
  server.use(http.get(houseUrl, () => delay('infinite')))
  const late = await caught(api.get(houseUrl, { timeout: 20 }))
  expect(late).toBeInstanceOf(TimeoutError)
  expect(apiErrorOf(late)).toMatchObject({ reason: 'timeout' })
})

it('apiErrorOf has nothing for what is not of an API', async () => {
  for (const value of [undefined, null, 'text', new Error('mine'), { response: 1 }, { response: null }])
    expect(apiErrorOf(value)).toBeUndefined()
  replay(server, houseUrl, { body: { code: 'arrears' } })
  const error = await caught(wrapKy(ky, house).get(houseUrl))
  expect(apiErrorOf(error)).toBe(error)
  replay(server, houseUrl, { status: 404 })
  const passed = await caught(api.get(houseUrl, { context: { apiErrors: { pass: ['not-found'] } } }))
  expect(passed).toBeInstanceOf(HTTPError)
  expect(apiErrorOf(passed)).toBeUndefined()
})
