import { inspect } from 'node:util'
import { installApiErrors } from '@unifault/axios'
import { defineProvider } from '@unifault/core'
import axios, { type AxiosRequestConfig, create } from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', requestId: 'id', success: [0], codes: { 7: 'throttled' } }],
})

const secrets = {
  query: 'planted-query-1',
  params: 'planted-params-2',
  header: 'planted-header-3',
  cookie: 'planted-cookie-4',
  bearer: 'planted-bearer-5',
  username: 'planted-username-6',
  password: 'planted-påssword-7',
  body: 'planted-body-8',
  userinfo: 'planted-userinfo-9',
  answer: 'planted-answer-10',
  form: 'planted-form-11',
  multipart: 'planted-multipart-12',
}
const url = 'https://gate.example/thing'

/** What the server echoes as its message: whatever the request carried. */
const server = setupServer(
  http.all(url, async ({ request }) => {
    const headers = [...request.headers].map(([name, value]) => `${name}=${value}`).join(' ')
    const pair = request.headers.get('authorization')?.replace(/^Basic /, '') ?? ''
    const said = `${new URL(request.url).search} ${headers} ${pair} ${await request.text()}`
    const status = Number(new URL(request.url).searchParams.get('status') ?? 200)
    return HttpResponse.json(
      { code: 7, message: said.slice(0, 8000), id: `id ${pair}`, data: secrets.answer },
      { status, headers: { 'set-cookie': `session=${secrets.answer}` } },
    )
  }),
  http.all('https://gate.example/down', () => HttpResponse.error()),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

function views(error: Error): string[] {
  const lines: string[] = []
  const logger = pino({}, { write: (line: string) => void lines.push(line) })
  logger.error(error)
  logger.error({ error }, 'failed')
  return [
    error.message,
    error.stack ?? '',
    String(error),
    JSON.stringify(error),
    JSON.stringify(Object.assign({}, error)),
    inspect(error),
    inspect(error, { depth: 10, showHidden: true }),
    inspect({ nested: [error] }, { depth: 10, getters: true }),
    Object.keys(error).join(),
    ...lines,
  ]
}

/** What axios makes of an object in Node, and what users make themselves: a stream that is empty when the answer comes. */
function formStream(): unknown {
  const FormStream = axios.defaults.env?.FormData as new () => FormData
  const form = new FormStream()
  form.append('openkey', secrets.multipart)
  return form
}

const requests: [string, AxiosRequestConfig][] = [
  ['a query and params', { url: `${url}?access_token=${secrets.query}`, params: { openkey: secrets.params } }],
  [
    'headers',
    {
      headers: {
        'x-api-key': secrets.header,
        cookie: `sid=${secrets.cookie}`,
        authorization: `Bearer ${secrets.bearer}`,
      },
    },
  ],
  ['config.auth', { auth: { username: secrets.username, password: secrets.password } }],
  ['user info', { url: `https://me:${secrets.userinfo}@gate.example/thing` }],
  ['a JSON body', { method: 'post', data: { user: { client_secret: secrets.body } } }],
  [
    'an object sent as a multipart form',
    { method: 'post', headers: { 'content-type': 'multipart/form-data' }, data: { openkey: secrets.multipart } },
  ],
  ['a form body', { method: 'post', data: new URLSearchParams({ refresh_token: secrets.form }) }],
]

describe.each(adapters)('an ApiError made with the %s adapter', (adapter) => {
  const instance = create({ adapter })
  installApiErrors(instance, gate)

  it.each(requests)('shows no secret of %s that the answer echoed', async (_, config) => {
    for (const status of [200, 403]) {
      const error = await apiErrorFrom(
        instance.request({ url, ...config, params: { ...config.params, status } as unknown }),
      )
      expect(error.code).toBe('7')
      for (const view of views(error))
        for (const secret of Object.values(secrets))
          for (const form of [
            secret,
            encodeURIComponent(secret),
            btoa(unescape(encodeURIComponent(secret))).slice(0, -3),
          ])
            expect(view).not.toContain(form)
    }
  })

  it.each(requests)('shows no secret of %s that got no answer', async (_, config) => {
    const at = (config.url ?? url).replace('/thing', '/down')
    for (const view of views(await apiErrorFrom(instance.request({ ...config, url: at }))))
      expect(view).not.toContain('planted')
  })

  it('shows no secret of a form stream', async () => {
    const error = await apiErrorFrom(instance.post(url, formStream()))
    for (const view of views(error)) expect(view).not.toContain('planted')
  })

  it('holds the live config and response where no view looks', async () => {
    const error = await apiErrorFrom(instance.get(url, { headers: { 'x-api-key': secrets.header } }))
    expect(error).toMatchObject({ config: { url }, response: { status: 200 } })
    expect(Object.getOwnPropertyNames(error)).not.toEqual(expect.arrayContaining(['config']))
    expect(Object.getOwnPropertyNames(error)).not.toEqual(expect.arrayContaining(['response']))
    expect(error.cause).toBe(undefined)
  })
})
