import { expect, test } from 'vitest'
import { MemberReader } from './members.ts'
import { exchangeOf } from './record.ts'

const answer = { url: 'https://api.example.com/orders', method: 'POST', status: 429, body: '{"code":1}' }

const shapes: Readonly<Record<string, object>> = {
  'a flat record': { url: answer.url, method: 'POST', status: 429, body: answer.body },
  'texts in place of numbers': { url: answer.url, method: 'POST', statusCode: '429', response_body: answer.body },
  'request and response': {
    request: { url: answer.url, method: 'POST' },
    response: { status: 429, body: answer.body },
  },
  "pino's req and res": {
    level: 30,
    req: { method: 'POST', url: '/orders', headers: { host: 'api.example.com' } },
    res: { statusCode: 429, body: answer.body },
    msg: 'request completed',
  },
  "nginx's JSON": {
    scheme: 'https',
    host: 'api.example.com',
    request: 'POST /orders HTTP/1.1',
    status: '429',
    response_body: answer.body,
  },
  'nginx with several upstreams': {
    scheme: 'https',
    server_name: 'api.example.com',
    request_uri: '/orders',
    request_method: 'POST',
    upstream_status: '502, 429',
    body: answer.body,
  },
  'OpenTelemetry, flat': {
    'url.full': answer.url,
    'http.request.method': 'POST',
    'http.response.status_code': 429,
    body: answer.body,
  },
  'OpenTelemetry, nested': {
    url: { full: answer.url },
    http: { request: { method: 'POST' }, response: { status_code: 429, body: { content: answer.body } } },
  },
  "axios' config": {
    config: { baseURL: 'https://api.example.com/', url: '/orders', method: 'POST' },
    response: { status: 429, data: answer.body },
  },
}

for (const [name, shape] of Object.entries(shapes))
  test(`the answer is found in ${name}`, () => {
    expect(exchangeOf(shape, new MemberReader())).toMatchObject(answer)
  })

test('a place that is set stands in place of the usual ones', () => {
  const members = new MemberReader({ status: 'upstream.code', body: 'raw' })
  const found = exchangeOf({ url: answer.url, status: 200, upstream: { code: 503 }, body: 'no', raw: 'yes' }, members)
  expect(found).toMatchObject({ status: 503, body: 'yes' })
  expect(members.counts).toMatchObject({ status: { 'upstream.code': 1 }, body: { raw: 1 } })
})

test('a line that tells of no answer is none', () => {
  for (const line of [
    { level: 30, msg: 'listening' },
    { status: 'ok' },
    { status: 7 },
    { body: '{"code":1}' },
    [],
    null,
    5,
  ])
    expect(exchangeOf(line, new MemberReader()), JSON.stringify(line)).toBeUndefined()
})

test('what all objects inherit is no member', () => {
  expect(
    exchangeOf(JSON.parse('{"__proto__":{"status":500,"url":"https://a.example"}}'), new MemberReader()),
  ).toBeUndefined()
})
