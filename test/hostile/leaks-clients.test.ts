import { installApiErrors } from '@unifault/axios'
import { type ApiError, defineProvider, isApiError } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import axios from 'axios'
import ky from 'ky'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revealedIn } from './revealed.ts'
import { kinds } from './secrets.ts'
import { loggedViews, plainViews } from './views.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', requestId: 'id', success: [0], codes: { 7: 'throttled' } }],
})
const url = 'https://gate.test/thing'

/** Echoes the whole request in its message, but for the request id: that is never redacted. */
const server = setupServer(
  http.all(url, async ({ request }) => {
    const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`).join('; ')
    const message = `${request.method} ${request.url} ${headers} ${await request.text()}`
    const status = request.headers.has('x-fail') ? 500 : 200
    const body = { code: 7, message, id: 'req-1', data: { message } }
    const line = message.replace(/\s+/g, ' ')
    return HttpResponse.json(body, {
      status,
      headers: { 'set-cookie': line.slice(0, 100), 'x-said': line },
    })
  }),
  http.all('https://gate.test/down', () => HttpResponse.error()),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

interface Sent {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | URLSearchParams | FormData
}

const axiosInstances = (['http', 'fetch'] as const).map((adapter) => {
  const instance = axios.create({ adapter })
  installApiErrors(instance, gate)
  return instance
})
const wrappedKy = wrapKy(ky.create({ retry: 0 }), gate)
const wrappedFetch = wrapFetch((input: string, init: RequestInit) => fetch(input, init), gate)
const clients: Record<string, (sent: Sent) => PromiseLike<unknown> | undefined> = {
  'axios over http': ({ url, headers, body }) => axiosInstances[0]?.post(url, body, { headers }),
  'axios over fetch': ({ url, headers, body }) => axiosInstances[1]?.post(url, body, { headers }),
  ky: ({ url, headers, body }) => wrappedKy.post(url, { headers, body }).json(),
  fetch: ({ url, headers, body }) => wrappedFetch(url, { method: 'POST', headers, body }),
}

/** Header values are Latin-1 at most, and no client sends user info alike: what is left is sent by all. */
const secrets = [
  'a hexadecimal signature',
  'a base64 key',
  'a passphrase',
  'a value with percent signs',
  'a JSON Web Token',
]
const plain = { 'content-type': 'application/x-www-form-urlencoded' }
const carried: [string, (secret: string) => Sent][] = [
  [
    'the query',
    (secret) => ({ url: `${url}?access_token=${encodeURIComponent(secret)}`, headers: plain, body: 'a=1' }),
  ],
  ['Authorization', (secret) => ({ url, headers: { ...plain, authorization: `Bearer ${secret}` }, body: 'a=1' })],
  ['Basic', (secret) => ({ url, headers: { ...plain, authorization: `Basic ${btoa(`me:${secret}`)}` }, body: '' })],
  ['a key header', (secret) => ({ url, headers: { ...plain, 'x-api-key': secret, 'x-fail': '1' }, body: 'a=1' })],
  ['a form', (secret) => ({ url, headers: { 'x-fail': '1' }, body: new URLSearchParams({ password: secret }) })],
  ['a multipart form', (secret) => ({ url, headers: {}, body: formOf(secret) })],
  [
    'JSON',
    (secret) => ({ url, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ signature: secret }) }),
  ],
  [
    'a query that got no answer',
    (secret) => ({
      url: `https://gate.test/down?signature=${encodeURIComponent(secret)}`,
      headers: plain,
      body: 'a=1',
    }),
  ],
]

function formOf(secret: string): FormData {
  const form = new FormData()
  form.append('openkey', secret)
  return form
}

async function apiErrorOf(promise: PromiseLike<unknown> | undefined): Promise<ApiError> {
  try {
    await promise
  } catch (error) {
    if (isApiError(error)) return error
    throw error
  }
  throw new Error('no error')
}

for (const [client, send] of Object.entries(clients))
  test.each(carried)(`${client} shows no secret of %s, in no view`, { timeout: 60_000 }, async (_carrier, carry) => {
    for (const kind of secrets) {
      const secret = kinds[kind] as string
      const error = await apiErrorOf(send(carry(secret)))
      const views = [...plainViews(error), ...(await loggedViews(error))]
      expect(revealedIn(views, secret, encodeURIComponent(secret), btoa(`me:${secret}`)), kind).toBeUndefined()
    }
  })
