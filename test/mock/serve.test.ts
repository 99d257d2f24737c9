import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { installApiErrors } from '@unifault/axios'
import { type ApiError, apiErrorOf, isApiError, type Provider, withHosts } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { anthropic } from '@unifault/providers/anthropic'
import { bilibili } from '@unifault/providers/bilibili'
import { openai } from '@unifault/providers/openai'
import { telegram } from '@unifault/providers/telegram'
import { texts } from '@unifault/providers/bilibili/texts/zh'
import { createRecovery, repeat } from '@unifault/recovery'
import axios from 'axios'
import ky from 'ky'
import { afterEach, describe, expect, test } from 'vitest'
import { parseScript } from '../../packages/unifault/src/mock/script.ts'
import { type Mock, startMock } from '../../packages/unifault/src/mock/serve.ts'

const mocks: Mock[] = []
afterEach(async () => {
  for (const mock of mocks.splice(0)) await mock.close()
})

/** Where the providers answer by a script, and what was logged. */
async function mockOf(
  script: string,
  ...providers: readonly object[]
): Promise<{ readonly urls: Mock['urls']; readonly url: string; readonly lines: string[] }> {
  const all = providers as readonly Provider[]
  const lines: string[] = []
  const ids = all.map(({ id }) => id)
  const mock = await startMock({
    mocked: all.map((provider) => ({ provider, texts: [] })),
    rules: parseScript(script, 'script', ids),
    log: (line) => lines.push(line),
  })
  mocks.push(mock)
  return { urls: mock.urls, url: Object.values(mock.urls)[0] as string, lines }
}

/** Every client that has an adapter, with one provider bound: the status of a success, or the error. */
function clientsOf(provider: Provider): Record<string, (url: string) => Promise<number>> {
  const instances = (['http', 'fetch'] as const).map((adapter) => {
    const instance = axios.create({ adapter })
    installApiErrors(instance, provider)
    return instance
  })
  const wrappedFetch = wrapFetch(fetch, provider)
  const wrappedKy = wrapKy(ky.create({ retry: 0 }), provider)
  return {
    'axios over http': async (url) => (await instances[0]?.get(url))?.status ?? 0,
    'axios over fetch': async (url) => (await instances[1]?.get(url))?.status ?? 0,
    fetch: async (url) => (await wrappedFetch(url)).status,
    ky: async (url) => (await wrappedKy(url)).status,
  }
}

async function failure(run: Promise<unknown>): Promise<ApiError | undefined> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined || isApiError(error)) return error
  throw error
}

describe.each(Object.keys(clientsOf(bilibili)))('through %s', (name) => {
  const send = (provider: object): ((url: string) => Promise<number>) =>
    clientsOf(provider as Provider)[name] as (url: string) => Promise<number>

  test('the script comes in turn, and its last answer stays', async () => {
    const { url } = await mockOf('-352, twice then -101 then ok', bilibili)
    const get = send(bilibili)
    const codes: unknown[] = []
    for (let count = 0; count < 5; count++) codes.push((await failure(get(`${url}/x/nav`)))?.code)
    expect(codes).toEqual(['-352', '-352', '-101', undefined, undefined])
  })

  test('a status without a code has its headers', async () => {
    const { url } = await mockOf('429 with Retry-After 2, twice', openai)
    for (let count = 0; count < 2; count++)
      expect(await failure(send(openai)(url))).toMatchObject({
        reason: 'throttled',
        status: 429,
        code: undefined,
        retryAfterMs: 2000,
      })
    expect(await send(openai)(url)).toBe(200)
  })

  test('a number that the provider has as a code is that code', async () => {
    const { url } = await mockOf('429 with message "Too Many Requests: retry after 5"', telegram)
    expect(await failure(send(telegram)(url))).toMatchObject({ reason: 'throttled', status: 429, code: '429' })
  })

  test('a connection that breaks is told as what it is', async () => {
    const { url } = await mockOf('drop then ok cut then ok', bilibili)
    expect(await failure(send(bilibili)(url))).toMatchObject({ reason: 'network', matchedBy: { by: 'transport' } })
    const outcome = await failure(send(bilibili)(url))
    if (name !== 'fetch' && name !== 'ky') expect(outcome?.category).toBe('server')
    expect(await send(bilibili)(url)).toBe(200)
  })
})

describe('repeating', () => {
  test('succeeds after the error', async () => {
    const { url, lines } = await mockOf('status 503 with Retry-After 0, twice then ok', openai)
    const recovery = createRecovery({ repeat: repeat() })
    const answer = await wrapFetch(fetch, openai, { recovery })(`${url}/v1/models`)
    expect(answer.status).toBe(200)
    expect(lines).toEqual(['GET /v1/models → 503', 'GET /v1/models → 503', 'GET /v1/models → 200 ok'])
  })

  test('succeeds after an error in a 200 body', async () => {
    const { url } = await mockOf('-509 with Retry-After 0 then ok {"code":0,"data":{"mid":1}}', bilibili)
    const instance = axios.create()
    installApiErrors(instance, bilibili, { recovery: createRecovery({ repeat: repeat() }) })
    expect((await instance.get(url)).data).toEqual({ code: 0, data: { mid: 1 } })
  })
})

describe('a body', () => {
  test('that stalls keeps the connection open with half of it', async () => {
    const { url } = await mockOf('ok {"code":0,"message":"0123456789"} stalled', bilibili)
    const answer = await fetch(url, { signal: AbortSignal.timeout(300) })
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toBe('{"code":0,"messa')
    await expect(reader.read()).rejects.toThrow()
  })

  test('of a HEAD is none', async () => {
    const { url } = await mockOf('-352', bilibili)
    const answer = await fetch(url, { method: 'HEAD' })
    expect([answer.status, await answer.text(), Number(answer.headers.get('content-length')) >= 0]).toEqual([
      200,
      '',
      true,
    ])
  })
})

test('an answer may come late, or never', async () => {
  const { url } = await mockOf('ok after 60 ms then hang', bilibili)
  const before = performance.now()
  await fetch(url)
  expect(performance.now() - before).toBeGreaterThanOrEqual(55)
  await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/aborted|timeout/)
})

describe('a stream', () => {
  test.each([
    [openai, 'server_error'],
    [anthropic, 'overloaded_error'],
  ] as const)('breaks off with the error at its event', async (provider, code) => {
    const { url } = await mockOf(`${code} at event 5 then ok in 3 events`, provider)
    const raw = await (await fetch(url, { headers: { 'x-unifault-code': 'ok' } })).text()
    expect(raw).toBe('{}')
    const watching = wrapFetch(fetch, provider as Provider, { streams: 'watch' })
    const answer = await watching(url, { method: 'POST' })
    const error = apiErrorOf(await answer.text().catch((reason: unknown) => reason))
    expect(error).toMatchObject({ code, delivered: true })
    expect(await (await watching(url, { method: 'POST' })).text()).toBe('data: {}\n\n'.repeat(3))
  })

  test('has so many events before the error', async () => {
    const { url } = await mockOf('overloaded_error at event 5', anthropic)
    const events = (await (await fetch(url)).text()).split('\n\n')
    expect(events.map((event) => event.split('\n')[0])).toEqual([
      ...Array.from({ length: 4 }, () => 'data: {}'),
      'event: error',
      '',
    ])
  })
})

describe('several providers', () => {
  test('have a prefix each, and rules of their own', async () => {
    const { urls, url } = await mockOf('bilibili: -101\nopenai POST /v1/*: rate_limit_exceeded', bilibili, openai)
    expect(urls).toEqual({ bilibili: expect.stringMatching(/\/bilibili$/), openai: expect.stringMatching(/\/openai$/) })
    const place = (id: string): string => (urls[id] as string).replace('http://', '')
    const api = wrapFetch(fetch, [withHosts(bilibili, place('bilibili')), withHosts(openai, place('openai'))])
    expect(await failure(api(`${urls['bilibili']}/x/nav`))).toMatchObject({ provider: 'bilibili', code: '-101' })
    expect(await failure(api(`${urls['openai']}/v1/models`))).toBeUndefined()
    const post = api(`${urls['openai']}/v1/chat/completions`, { method: 'POST' })
    expect(await failure(post)).toMatchObject({ provider: 'openai', code: 'rate_limit_exceeded' })
    const lost = await fetch(url.replace('/bilibili', '/weibo/x'))
    expect(lost.status).toBe(404)
    expect(await lost.text()).toContain('the paths begin with one of /bilibili/, /openai/')
  })

  test('must be told apart where a code is named', async () => {
    await expect(mockOf('ok\n-101', bilibili, openai)).rejects.toThrow(
      'script:2:1: of several providers it must be said whose code this is; expected the provider and a colon before it, such as `bilibili: -101`',
    )
  })
})

describe('a header of the request', () => {
  test('picks the answer, and leaves the script where it is', async () => {
    const { url } = await mockOf('-101 then ok', bilibili)
    const ask = (code: string): Promise<Response> => fetch(url, { headers: { 'x-unifault-code': code } })
    expect(await (await ask('-352')).json()).toMatchObject({ code: -352 })
    expect(await (await ask('ok')).json()).toEqual({ code: 0, message: 'ok' })
    const unknown = await ask('-325')
    expect([unknown.status, await unknown.text()]).toEqual([
      501,
      'unifault mock: `code` must be a code of bilibili, got "-325"; did you mean "-352"?\n',
    ])
    expect(await (await fetch(url)).json()).toMatchObject({ code: -101 })
  })
})

test('a page of another origin may ask and read', async () => {
  const { url } = await mockOf('-101', bilibili)
  const origin = 'http://localhost:5173'
  const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-unifault-code' }
  // fetch does not let these headers be set.
  const preflight = await new Promise<Record<string, unknown>>((resolve, reject) => {
    request(url, { method: 'OPTIONS', headers: asked }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode, ...answer.headers })
    })
      .on('error', reject)
      .end()
  })
  expect(preflight).toMatchObject({
    status: 204,
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'x-unifault-code',
  })
  const answer = await fetch(url, { headers: { origin } })
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-bili-trace-id')
})

test('the log shows no query and no secret of a path', async () => {
  const { url, lines } = await mockOf('ok', telegram)
  await fetch(`${url}/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe?token=secret`)
  expect(lines).toEqual(['GET /*/getMe → 200 ok'])
})

describe('a script that cannot be answered is refused at once', () => {
  test.each([
    ['-325', 'script:1:1: `code` must be a code of bilibili, got "-325"; did you mean "-352"?'],
    ['ok then 999', 'script:1:9: `code` must be a code of bilibili, got "999"'],
    ['-352 with status 204', 'script:1:1: `status` must be an HTTP status from 200 to 599 that has a body, got 204'],
  ])('%s', async (script, message) => {
    await expect(mockOf(script, bilibili)).rejects.toThrow(message)
  })

  test('and a port that is taken', async () => {
    const { url } = await mockOf('ok', bilibili)
    const port = Number(new URL(url).port)
    const again = startMock({ mocked: [{ provider: bilibili, texts: [] }], rules: [], port })
    await expect(again).rejects.toThrow(`port ${port} is not to be had (EADDRINUSE); expected a free one; 0 picks one`)
  })
})

test('messages are those of the texts', async () => {
  const mock = await startMock({
    mocked: [{ provider: bilibili, texts: [texts] }],
    rules: parseScript('-101', 'script', ['bilibili']),
  })
  mocks.push(mock)
  expect(await (await fetch(mock.urls['bilibili'] as string)).json()).toEqual({ code: -101, message: '账号未登录' })
})

test('closing ends what hangs', async () => {
  const { url } = await mockOf('hang', bilibili)
  const hanging = fetch(url)
  const ended = expect(hanging).rejects.toThrow()
  await sleep(50)
  await mocks.pop()?.close()
  await ended
})

describe('the command', { timeout: 60_000 }, () => {
  const main = join(import.meta.dirname, '../../packages/unifault/src/main.ts')
  const start = (...parameters: string[]) =>
    spawn(process.execPath, ['--conditions=unifault-source', main, 'mock', ...parameters], { timeout: 30_000 })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints where it answers, logs to stderr and ends by %s',
    async (signal) => {
      const child = start('bilibili', '--answer', '-352 then ok', '--lang', 'zh')
      const logged = text(child.stderr)
      const [line] = (await once(child.stdout, 'data')) as [Buffer]
      const [id, url] = String(line).trim().split(' ')
      expect(id).toBe('bilibili')
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(await (await fetch(url as string)).json()).toEqual({
        code: -352,
        message: '风控校验失败（UA 或 wbi 参数不合法）',
      })
      const keptOpen = fetch(url as string, { headers: { 'x-unifault-code': 'ok' } })
      await keptOpen
      child.kill(signal)
      const [code] = (await once(child, 'exit')) as [number]
      expect(code).toBe(0)
      expect(await logged).toBe('GET / → 200 -352\nGET / → 200 ok\n')
    },
  )

  test('reads a script from standard input', async () => {
    const child = start('bilibili', 'openai', '--script', '-')
    child.stdin.end('bilibili: -101\nopenai: status 503\n')
    const [lines] = (await once(child.stdout, 'data')) as [Buffer]
    const [first, second] = String(lines).trim().split('\n')
    expect(await (await fetch(`${first?.split(' ')[1]}/x`)).json()).toMatchObject({ code: -101 })
    expect((await fetch(`${second?.split(' ')[1]}/v1/models`)).status).toBe(503)
    child.kill('SIGTERM')
    await once(child, 'exit')
  })

  test.each([
    [['bilibil'], 'unifault: there is no provider "bilibil"; did you mean bilibili?\n'],
    [
      ['bilibili', '--answer', '-352, twise'],
      `unifault: --answer:1:7: "twise" does not fit here; expected 'once', 'twice', a number of 'times', or 'always'\n`,
    ],
    [['bilibili', '--script', '/no/such/file'], 'unifault: /no/such/file cannot be read (ENOENT); expected a script\n'],
  ])('tells what is wrong with %j, and ends with 2', async (parameters, message) => {
    const child = start(...parameters)
    const told = text(child.stderr)
    const [code] = (await once(child, 'exit')) as [number]
    expect([code, await told]).toEqual([2, message])
  })
})

/** What comes back for the bytes of a request as they are. */
async function answerTo(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(Buffer.from(bytes, 'latin1'))
  return text(socket)
}

test('targets that are no URL are refused, and the server goes on', async () => {
  const { url, lines } = await mockOf('ok', bilibili)
  for (const target of ['//[', 'http://[/', 'http://a:b:c/', 'http://%/', '//%'])
    expect(await answerTo(url, `GET ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`), target).toMatch(
      /^HTTP\/1\.1 400 .*this is no URL/s,
    )
  expect(lines.length).toBe(5)
  expect((await fetch(url)).status).toBe(200)
})

test('no control character of a request reaches the log', async () => {
  const { url, lines } = await mockOf('ok', bilibili)
  for (const code of ['\u009B31m', '-352\u009B', '\u0085', '\u00AD-352'])
    await answerTo(url, `GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-unifault-code: ${code}\r\n\r\n`)
  expect(lines.length).toBe(4)
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
