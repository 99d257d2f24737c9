// What must hold with every version of the clients that the packages allow. Plain JavaScript, so that the oldest Node runs it.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { apiErrorOf, axiosResponseOf, installApiErrors, isApiError, originOf } from '@unifault/axios'
import { wrapFetch } from '@unifault/fetch'
import { perCall, wrapKy } from '@unifault/ky'
import { toResult } from '@unifault/neverthrow'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import ky from 'ky'

const answers = {
  '/ok': [200, '{"code":0,"data":{"name":"x"}}'],
  '/signed-out': [200, '{"code":-101,"message":"账号未登录","ttl":1}'],
  '/missing': [404, 'nothing here'],
  '/down': [503, '{"code":-503,"message":"overload"}', { 'retry-after': '0' }],
}
const hits = {}
const server = createServer(({ url }, response) => {
  const path = new URL(url, 'http://localhost').pathname
  hits[path] = (hits[path] ?? 0) + 1
  const [status, body, headers] = answers[path]
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${server.address().port}`
const nobody = 'http://127.0.0.1:1'

async function caught(run) {
  try {
    await run()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was thrown')
}

async function told(run, reason) {
  const error = await caught(run)
  assert.ok(isApiError(error), String(error))
  assert.equal(error.reason, reason)
  return error
}

const checks = {
  async 'axios: replace'() {
    for (const adapter of ['http', 'fetch']) {
      const client = axios.create({ baseURL: base, adapter })
      const installation = installApiErrors(client, bilibili)
      assert.equal((await client.get('/ok')).data.data.name, 'x')
      const error = await told(() => client.get('/signed-out'), 'unauthenticated')
      assert.equal(error.code, '-101')
      assert.equal(axiosResponseOf(error).status, 200)
      assert.equal(error.config.url, '/signed-out')
      await told(() => client.get('/missing'), 'not-found')
      await told(() => client.get('/', { baseURL: nobody }), 'network')
      assert.equal((await client.get('/signed-out', { apiErrors: false })).data.code, -101)
      installation.eject()
      assert.equal((await client.get('/signed-out')).data.code, -101)
    }
  },

  async 'axios: attach'() {
    const client = axios.create({ baseURL: base })
    installApiErrors(client, [bilibili], { mode: 'attach', fallback: bilibili })
    for (const path of ['/signed-out', '/missing']) {
      const error = await caught(() => client.get(path))
      assert.ok(axios.isAxiosError(error) && error instanceof axios.AxiosError)
      assert.ok(isApiError(apiErrorOf(error)))
    }
  },

  async 'axios: observe'() {
    const client = axios.create({ baseURL: base })
    const seen = []
    installApiErrors(client, bilibili, { mode: 'observe', onError: ({ reason }) => seen.push(reason) })
    const response = await client.get('/signed-out')
    assert.equal(apiErrorOf(response).code, '-101')
    assert.ok(axios.isAxiosError(await caught(() => client.get('/missing'))))
    assert.deepEqual(seen, ['unauthenticated', 'not-found'])
  },

  async 'axios: interceptors of the user’s own stay'() {
    const client = axios.create({ baseURL: base })
    const installation = installApiErrors(client, bilibili)
    client.interceptors.response.clear()
    client.interceptors.response.use((response) => ({ ...response, mine: true }))
    installation.eject()
    assert.equal((await client.get('/signed-out')).mine, true)
  },

  async 'ky: replace'() {
    const api = wrapKy(ky.create({ retry: 0 }), bilibili)
    assert.equal((await api.get(`${base}/ok`).json()).data.name, 'x')
    const error = await told(() => api.get(`${base}/signed-out`).json(), 'unauthenticated')
    assert.equal(originOf(error).body.code ?? JSON.parse(originOf(error).body).code, -101)
    await told(() => api.get(`${base}/missing`), 'not-found')
    await told(() => api.get(nobody), 'network')
    assert.equal((await api.get(`${base}/signed-out`, perCall(false)).json()).code, -101)
  },

  async 'ky: what may be repeated is repeated'() {
    hits['/down'] = 0
    const api = wrapKy(ky.create({ retry: { limit: 1, delay: () => 1 } }), bilibili)
    await told(() => api.get(`${base}/down`).json(), 'unavailable')
    assert.equal(hits['/down'], 2)
  },

  async 'ky: attach, parseJson, observe'() {
    const bare = ky.create({ retry: 0 })
    const attached = await caught(() => wrapKy(bare, bilibili, { mode: 'attach' }).get(`${base}/signed-out`).json())
    assert.equal(attached.name, 'HTTPError')
    assert.equal(apiErrorOf(attached).code, '-101')
    await told(() => wrapKy(bare, bilibili, { mode: 'parseJson' }).get(`${base}/signed-out`).json(), 'unauthenticated')
    const seen = []
    const watched = wrapKy(bare, bilibili, { mode: 'observe', onError: ({ reason }) => seen.push(reason) })
    assert.equal((await caught(() => watched.get(`${base}/missing`))).name, 'HTTPError')
    assert.deepEqual(seen, ['not-found'])
  },

  async fetch() {
    const api = wrapFetch(fetch, bilibili)
    assert.equal((await (await api(`${base}/ok`)).json()).data.name, 'x')
    await told(() => api(`${base}/signed-out`), 'unauthenticated')
    await told(() => api(nobody), 'network')
  },

  async neverthrow() {
    const api = wrapFetch(fetch, bilibili)
    assert.equal((await toResult(() => api(`${base}/ok`))).isOk(), true)
    const result = await toResult(() => api(`${base}/signed-out`)).map(() => 1)
    assert.equal(result.isErr() && result.error.code, '-101')
  },
}

const failed = []
for (const [name, check] of Object.entries(checks))
  await check().catch((error) => failed.push(`${name}: ${error.stack}`))
server.close()
for (const one of failed) console.error(one)
console.log(`${Object.keys(checks).length - failed.length} of ${Object.keys(checks).length}, Node ${process.version}`)
process.exitCode = failed.length === 0 ? 0 : 1
