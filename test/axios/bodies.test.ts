import { axiosResponseOf, installApiErrors } from '@unifault/axios'
import { defineProvider, form, jsonp } from '@unifault/core'
import { bilibili } from '@unifault/providers/bilibili'
import { rayvision } from '@unifault/providers/rayvision'
import { tencent } from '@unifault/providers/tencent'
import { type AxiosRequestConfig, create } from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const url = 'https://api.bilibili.com/x/web-interface/nav'
const refused = '{"code":-101,"message":"账号未登录","ttl":1}'
const json = { 'content-type': 'application/json; charset=utf-8' }
const textual = [undefined, 'json', 'text', 'document', 'arraybuffer', 'blob'] as const
const unread = ['stream'] as const

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

function answer(
  body: string | ArrayBuffer | null,
  status = 200,
  headers: Record<string, string> = json,
  at = url,
): void {
  server.use(http.all(at, () => new HttpResponse(body, { status, headers })))
}

describe.each(adapters)('with the %s adapter', (adapter) => {
  function ask(config: AxiosRequestConfig = {}): Promise<unknown> {
    const instance = create({ adapter })
    installApiErrors(instance, [bilibili, tencent, rayvision])
    return instance.request({ url, ...config })
  }

  it.each(textual)('tells an error under HTTP 200 with responseType %s', async (responseType) => {
    answer(refused)
    const error = await apiErrorFrom(ask(responseType && { responseType }))
    expect(error).toMatchObject({
      category: 'auth',
      reason: 'unauthenticated',
      provider: 'bilibili',
      code: '-101',
      status: 200,
      matchedBy: { by: 'code', dialect: 'web', row: { code: '-101' } },
      request: { method: 'GET', url },
    })
  })

  it.each(unread)('leaves an answer of responseType %s to be read, whatever it holds', async (responseType) => {
    answer(refused)
    await expect(ask({ responseType })).resolves.toMatchObject({ status: 200 })
  })

  it.each([...textual, ...unread])('tells a refused status with responseType %s', async (responseType) => {
    answer('{"code":-400,"message":"请求错误"}', 404)
    const error = await apiErrorFrom(ask(responseType && { responseType }))
    const isUnread = (unread as readonly unknown[]).includes(responseType)
    expect(error).toMatchObject(
      isUnread
        ? { reason: 'not-found', code: undefined, status: 404, matchedBy: { by: 'status' } }
        : { category: 'param', code: '-400', status: 404, matchedBy: { by: 'code' } },
    )
  })

  it.each([...textual, ...unread])('lets a success of responseType %s pass', async (responseType) => {
    answer('{"code":0,"message":"0","data":{"code":-101}}')
    await expect(ask(responseType && { responseType })).resolves.toMatchObject({ status: 200 })
  })

  it('hands the response on as it was', async () => {
    answer('{"code":0,"data":{"list":[1,2]}}')
    await expect(ask()).resolves.toMatchObject({ data: { code: 0, data: { list: [1, 2] } } })
  })

  it.each([
    ['204', 'get', null, 204],
    ['HEAD', 'head', null, 200],
    ['an empty body', 'get', '', 200],
  ])('takes %s for a success', async (_, method, body, status) => {
    answer(body, status)
    await expect(ask({ method })).resolves.toMatchObject({ status })
  })

  it('reads JSONP, as text/html and as JSON', async () => {
    const at = 'https://graph.qq.com/oauth2.0/me'
    for (const type of ['text/html', 'application/json']) {
      answer(
        'callback( {"error":100016,"error_description":"access token check failed"} );',
        200,
        { 'content-type': type },
        at,
      )
      await expect(apiErrorFrom(ask({ url: at }))).resolves.toMatchObject({ provider: 'tencent', code: '100016' })
      answer('callback( {"client_id":"1","openid":"2"} );', 200, { 'content-type': type }, at)
      await expect(ask({ url: at })).resolves.toMatchObject({ status: 200 })
    }
  })

  it('reads form answers', async () => {
    const at = 'https://graph.z.qq.com/moc2/me'
    answer('code=100016&msg=access+token+check+failed', 200, { 'content-type': 'text/html' }, at)
    await expect(apiErrorFrom(ask({ url: at }))).resolves.toMatchObject({ provider: 'tencent', code: '100016' })
  })

  it('takes 200 in a body of Rayvision for a success and 503 for a conflict', async () => {
    const at = 'https://task.renderbus.com/api/render/add'
    answer('{"code":200,"message":"success","data":[]}', 200, json, at)
    await expect(ask({ url: at })).resolves.toMatchObject({ status: 200 })
    answer('{"code":503,"message":"exists"}', 200, json, at)
    await expect(apiErrorFrom(ask({ url: at }))).resolves.toMatchObject({
      provider: 'rayvision',
      code: '503',
      reason: 'already-exists',
    })
  })

  it.each([undefined, 'json', 'text', 'arraybuffer', 'blob'] as const)(
    'calls broken JSON malformed, with responseType %s',
    async (responseType) => {
      for (const body of ['{"code":0,"da', '[{"id":1},{"i', '<html><body>gateway</body></html>']) {
        answer(body)
        await expect(apiErrorFrom(ask(responseType && { responseType }))).resolves.toMatchObject({
          category: 'server',
          reason: 'malformed-response',
          status: 200,
          retry: 'if-idempotent',
        })
      }
    },
  )

  it('lets a page pass that is served as one', async () => {
    answer('<html><title>首页</title></html>', 200, { 'content-type': 'text/html' })
    await expect(ask()).resolves.toMatchObject({ status: 200 })
  })

  it.each(['"hello"', '"[draft] hello"', '"{name} said"', '5', 'true', 'null', '"callback"'])(
    'takes the JSON document %s for the data it is',
    async (body) => {
      for (const responseType of [undefined, 'json', 'text'] as const) {
        answer(body)
        await expect(ask(responseType && { responseType })).resolves.toMatchObject({ status: 200 })
      }
    },
  )

  it('reads a document inside a JSON string', async () => {
    answer(JSON.stringify(refused))
    await expect(apiErrorFrom(ask())).resolves.toMatchObject({ code: '-101' })
  })

  it.each(['arraybuffer', 'blob'] as const)(
    'reads a body of responseType %s only when it is small and texty',
    async (responseType) => {
      const bytes = (type: string, status = 200): Promise<unknown> => {
        answer(new TextEncoder().encode(refused).buffer, status, { 'content-type': type })
        return ask({ responseType })
      }
      await expect(apiErrorFrom(bytes('text/plain'))).resolves.toMatchObject({ code: '-101' })
      await expect(bytes('image/png')).resolves.toMatchObject({ status: 200 })
      await expect(apiErrorFrom(bytes('image/png', 404))).resolves.toMatchObject({
        reason: 'not-found',
        code: undefined,
      })
      answer(`{"code":-101,"message":"${'x'.repeat(65_536)}"}`)
      await expect(ask({ responseType })).resolves.toMatchObject({ status: 200 })
    },
  )

  describe('and strict JSON parsing', () => {
    const strict = { responseType: 'json', transitional: { silentJSONParsing: false } } as const

    it('calls what does not parse malformed, whatever its media type, and keeps the error of axios', async () => {
      for (const type of ['application/json', 'text/html'])
        for (const body of ['{"code":0,"da', 'busy', '<html></html>']) {
          answer(body, 200, { 'content-type': type })
          const error = await apiErrorFrom(ask(strict))
          expect(error).toMatchObject({ reason: 'malformed-response', status: 200 })
          expect(axiosResponseOf(error)).toMatchObject({ status: 200, data: body })
        }
    })

    it('still tells the code that a provider can read', async () => {
      const at = 'https://graph.qq.com/oauth2.0/me'
      answer('callback( {"error":100016} );', 200, { 'content-type': 'text/html' }, at)
      await expect(apiErrorFrom(ask({ url: at, ...strict }))).resolves.toMatchObject({ code: '100016' })
    })

    it("keeps the client's error when the provider reads a success in what axios could not parse", async () => {
      const at = 'https://graph.qq.com/oauth2.0/me'
      answer('callback( {"client_id":"1","openid":"2"} );', 200, { 'content-type': 'text/html' }, at)
      await expect(rejectionOf(ask({ url: at, ...strict }))).resolves.toMatchObject({
        isAxiosError: true,
        name: 'SyntaxError',
      })
    })

    it('tells the status of a refused answer that does not parse', async () => {
      answer('<html></html>', 503)
      await expect(apiErrorFrom(ask(strict))).resolves.toMatchObject({ reason: 'unavailable', status: 503 })
    })
  })

  it('survives answers of every strange shape', async () => {
    const own = create({ adapter })
    installApiErrors(
      own,
      defineProvider({
        id: 'gate',
        dialects: [{ readers: [jsonp, form], code: 'code', success: [0], codes: { 1: 'internal' } }],
      }),
    )
    for (const body of [
      '',
      '{}',
      '[]',
      '0',
      '""',
      '{"code":{}}',
      '{"__proto__":{"code":1}}',
      '\uFEFF{"code":0}',
      ')]}\'\n{"code":0}',
    ]) {
      answer(body)
      await expect(own.get(url)).resolves.toMatchObject({ status: 200 })
    }
  })
})
