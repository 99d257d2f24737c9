// Wrapped clients in each other, as they come about when an SDK or a client is given the application's own fetch: the inner verdict stays.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { installApiErrors } from '@unifault/axios'
import { type ApiError, apiErrorOf, isApiError, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import { generic } from '@unifault/providers/generic'
import axios, { type AxiosInstance } from 'axios'
import ky from 'ky'
import { type Call, record } from './record.ts'
import type { Answer } from './server.ts'

const signedOut = { body: { code: -101, message: '账号未登录', ttl: 1 } }
const success = { body: { code: 0, message: '0', data: { name: 'x' } } }
const overload = { status: 503, headers: { 'retry-after': '0' }, body: { code: -503, message: 'overload' } }

/** The inner client knows the platform; the outer one would see no more than a code without a meaning. */
type Fetch = typeof globalThis.fetch
const inner = (fetch: Fetch): Fetch => wrapFetch(fetch, bilibili)

function viaAxios(install: (instance: AxiosInstance) => unknown): Call {
  return async (fetch, origin) => {
    const instance = axios.create({ baseURL: origin, adapter: 'fetch', env: { fetch } })
    install(instance)
    return (await instance.get<unknown>('/x')).data
  }
}

const clients: Readonly<Record<string, Call>> = {
  'ky over fetch': (fetch, origin) =>
    wrapKy(ky.create({ fetch, retry: 0 }), generic)
      .get(`${origin}/x`)
      .json(),
  'ky that attaches, over fetch': (fetch, origin) =>
    wrapKy(ky.create({ fetch, retry: 0 }), generic, { mode: 'attach' })
      .get(`${origin}/x`)
      .json(),
  'ky that observes, over fetch': (fetch, origin) =>
    wrapKy(ky.create({ fetch, retry: 0 }), generic, { mode: 'observe' })
      .get(`${origin}/x`)
      .json(),
  'a bare ky over fetch': (fetch, origin) => ky.create({ fetch, retry: 0 }).get(`${origin}/x`).json(),
  'axios over fetch': viaAxios((instance) => installApiErrors(instance, generic)),
  'axios that attaches, over fetch': viaAxios((instance) => installApiErrors(instance, generic, { mode: 'attach' })),
  'axios that observes, over fetch': viaAxios((instance) => installApiErrors(instance, generic, { mode: 'observe' })),
  'a bare axios over fetch': viaAxios(() => undefined),
  'fetch that observes, over fetch': async (fetch, origin) =>
    (await wrapFetch(fetch, generic, { mode: 'observe' })(`${origin}/x`)).json(),
}

const cases: readonly [string, readonly Answer[] | 'refused', Partial<ApiError>][] = [
  ['an error under HTTP 200', [signedOut], { provider: 'bilibili', reason: 'unauthenticated', code: '-101' }],
  ['a failed status', [overload], { provider: 'bilibili', reason: 'unavailable', code: '-503', status: 503 }],
  ['nobody who listens', 'refused', { provider: 'bilibili', reason: 'network', code: 'ECONNREFUSED' }],
]

for (const [client, call] of Object.entries(clients))
  void describe(client, () => {
    void test('hands a success on', async () => {
      const { shown, thrown } = await record([success], call, inner)
      assert.equal(thrown, undefined)
      assert.match(JSON.stringify(shown), /"name":"x"/)
    })
    for (const [name, answers, verdict] of cases)
      void test(`keeps the inner verdict on ${name}`, async () => {
        const { thrown, log } = await record(answers, call, inner)
        const error = apiErrorOf(thrown)
        assert.ok(error, String(thrown))
        const found = Object.keys(verdict).map((member) => [member, error[member as keyof ApiError]])
        assert.deepEqual(Object.fromEntries(found), verdict)
        assert.equal(log.length, 1)
      })
  })

void test('ky repeats what the inner verdict lets it repeat, and nothing else', async () => {
  const api: Call = (fetch, origin) =>
    wrapKy(ky.create({ fetch, retry: { limit: 1, delay: () => 1 } }), generic)
      .get(`${origin}/x`)
      .json()
  const healed = await record([overload, success], api, inner)
  assert.equal(healed.thrown, undefined)
  assert.equal(healed.count, 2)
  const lasting = await record([signedOut], api, inner)
  assert.ok(isApiError(lasting.thrown))
  assert.equal(lasting.count, 1)
})
