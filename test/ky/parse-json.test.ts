import { originOf } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import { tencent } from '@unifault/providers/tencent'
import ky, { HTTPError, type StandardSchemaV1 } from 'ky'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const quick = ky.create({ retry: { delay: () => 1 } })
const api = wrapKy(quick, [house, tencent], { mode: 'parseJson' })
const json = { 'content-type': 'application/json' }

it('.json() rejects with the error of a body, which is not repeated', async () => {
  const hits = replay(server, houseUrl, { body: { code: 'throttled' } })
  const beforeError = vi.fn(({ error }: { error: Error }) => error)
  const error = await caughtApiError(api.get(houseUrl, { hooks: { beforeError: [beforeError] } }).json())
  expect(error).toMatchObject({ provider: 'house', reason: 'throttled', status: 200 })
  expect(hits).toHaveLength(1)
  expect(beforeError).not.toHaveBeenCalled()
  expect(originOf(error)).toMatchObject({ headers: expect.any(Headers), body: { code: 'throttled' } })
})

it('response.json() does so too, and .text() does not', async () => {
  replay(server, houseUrl, { body: { code: 'arrears' } })
  const response = await api.get(houseUrl)
  expect(await caughtApiError(response.json())).toMatchObject({ code: 'arrears' })
  expect(await api.get(houseUrl).text()).toBe('{"code":"arrears"}')
})

it('a body of any size is judged', async () => {
  replay(server, houseUrl, { body: { filler: 'x'.repeat(200_000), code: 'arrears' } })
  expect(await caughtApiError(api.get(houseUrl).json())).toMatchObject({ code: 'arrears' })
})

it('a callback is judged as a text', async () => {
  const url = 'https://graph.qq.com/oauth2.0/me'
  replay(server, url, { body: 'callback( {"error":100016,"error_description":"check failed"} );' })
  expect(await caughtApiError(api.get(url).json())).toMatchObject({ provider: 'tencent', code: '100016' })
})

it('a success is what it was', async () => {
  replay(server, houseUrl, { body: { code: 0, data: [1] } })
  expect(await api.get(houseUrl).json()).toEqual({ code: 0, data: [1] })
  replay(server, houseUrl, { headers: json, body: 'null' })
  expect(await api.get(houseUrl).json()).toBeNull()
})

it('what cannot be parsed is the SyntaxError that it was, and malformed where JSON was promised', async () => {
  replay(server, houseUrl, { headers: { 'content-type': 'text/plain' }, body: 'hello' })
  expect(await caught(api.get(houseUrl).json())).toBeInstanceOf(SyntaxError)
  replay(server, houseUrl, { status: 204 })
  expect(await caught(api.get(houseUrl).json())).toBeInstanceOf(SyntaxError)
  replay(server, houseUrl, { headers: json, body: '{"code":' })
  expect(await caughtApiError(api.get(houseUrl).json())).toMatchObject({ reason: 'malformed-response' })
})

it('a parser of the user is asked after the text was judged', async () => {
  const parseJson = vi.fn((text: string): unknown => ({ parsed: JSON.parse(text) as unknown }))
  replay(server, houseUrl, { body: { code: 0 } })
  expect(await api.get(houseUrl, { parseJson }).json()).toEqual({ parsed: { code: 0 } })
  replay(server, houseUrl, { body: { code: 'arrears' } })
  expect(await caughtApiError(api.get(houseUrl, { parseJson }).json())).toMatchObject({ code: 'arrears' })
  expect(parseJson).toHaveBeenCalledTimes(1)
  replay(server, houseUrl, { status: 403, body: { code: 'arrears' } })
  expect(await caughtApiError(api.get(houseUrl, { parseJson }))).toMatchObject({ code: 'arrears', status: 403 })
})

it('a schema gets the value', async () => {
  replay(server, houseUrl, { body: { code: 0, n: 1 } })
  const schema: StandardSchemaV1<unknown, string> = {
    '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: Object.keys(value as object).join() }) },
  }
  expect(await api.get(houseUrl).json(schema)).toBe('code,n')
})

it('a failed status is an ApiError by its body, and repeated by the same rules', async () => {
  const onError = vi.fn()
  const told = wrapKy(quick, house, { mode: 'parseJson', keep: 'all', onError })
  const busy = replay(server, houseUrl, { status: 500, body: { code: 'busy' } })
  const error = await caughtApiError(told.get(houseUrl))
  expect(error).toMatchObject({ code: 'busy', status: 500 })
  expect(originOf(error)).toMatchObject({ error: expect.any(HTTPError), body: { code: 'busy' } })
  expect(busy).toHaveLength(3)
  expect(onError).toHaveBeenCalledTimes(3)
  const stranger = replay(server, houseUrl, { status: 500, body: { code: 'stranger' } })
  expect(await caughtApiError(told.get(houseUrl))).toMatchObject({ code: 'stranger' })
  expect(stranger).toHaveLength(1)
})

it.each<[string, Record<string, string>]>([
  ['a text', { 'content-type': 'text/plain' }],
  ['a text that is called JSON', json],
])('a failed status with %s keeps its words', async (_title, headers) => {
  replay(server, houseUrl, { status: 400, headers, body: 'no such thing' })
  expect(await caughtApiError(api.get(houseUrl))).toMatchObject({
    reason: 'invalid-parameter',
    providerMessage: 'no such thing',
  })
})

it('throwHttpErrors and context.apiErrors hold', async () => {
  replay(server, houseUrl, { status: 404, body: { code: 'arrears' } })
  expect(await caughtApiError(api.get(houseUrl, { throwHttpErrors: () => false }).json())).toMatchObject({
    code: 'arrears',
  })
  const context = { apiErrors: { pass: ['payment-required'] } }
  const body = { code: 'arrears' }
  expect(await api.get(houseUrl, { throwHttpErrors: () => false, context }).json()).toEqual(body)
  expect(await api.get(houseUrl, { throwHttpErrors: false }).json()).toEqual(body)
  replay(server, houseUrl, { body })
  expect(await api.get(houseUrl, { context }).json()).toEqual(body)
  expect(await api.get(houseUrl, { context: { apiErrors: false } }).json()).toEqual(body)
})

it('a failure of the network is an ApiError', async () => {
  const hits = replay(server, houseUrl, 'cut')
  expect(await caughtApiError(api.get(houseUrl).json())).toMatchObject({ reason: 'network' })
  expect(hits).toHaveLength(3)
})
