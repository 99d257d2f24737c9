import { expect, test } from 'vitest'
import { requestSecrets } from './request-secrets.ts'

const method = 'POST'
const none = { method, url: undefined }
const secret = 's3cr3t-value'

function inUrl(url: string): Set<string> {
  return requestSecrets({ method, url: new URL(url) })
}

test.each([
  `https://a.example/?access_token=${secret}`,
  `https://a.example/?ACCESS-TOKEN=${secret}`,
  `https://a.example/?a=1&user[password]=${secret}&b=2`,
  `https://a.example/#access_token=${secret}&state=1`,
  `https://user:${secret}@a.example/`,
  `https://${secret}:@a.example/`,
  `https://${secret}@a.example/`,
])('the secret in the URL %s is known', (url) => {
  expect(inUrl(url)).toContain(secret)
  expect(requestSecrets({ ...none, firstUrl: new URL(url) })).toContain(secret)
})

test('a value in the URL is known encoded as it stands there, and decoded', () => {
  const secrets = inUrl('https://a.example/?sign=a%2Fb%20c{d&password=x+y%2Bz')
  for (const one of ['a%2Fb%20c{d', 'a/b c{d', 'x+y%2Bz', 'x y+z']) expect(secrets).toContain(one)
})

test('user info is known encoded and decoded', () => {
  const secrets = inUrl('https://us%40er:p%40ss@a.example/')
  for (const one of ['us%40er', 'us@er', 'p%40ss', 'p@ss']) expect(secrets).toContain(one)
})

test('ordinary values are no secrets', () => {
  const body = { name: 'Alice', client_id: 'client', state: { page: 1234 } }
  const headers = { accept: 'application/json', 'user-agent': 'x/1.0' }
  expect([...requestSecrets({ method, url: new URL('https://a.example/?q=hello&id=12345'), headers, body })]).toEqual(
    [],
  )
})

const bags: [string, (name: string, value: string) => unknown][] = [
  ['a record', (name, value) => ({ [name]: value })],
  ['a record of lists', (name, value) => ({ [name]: ['x', value] })],
  ['a Headers', (name, value) => new Headers({ [name]: value })],
  ['a Map', (name, value) => new Map([[name, value]])],
  [
    'a list of pairs',
    (name, value) => [
      ['accept', '*/*'],
      [name, value],
    ],
  ],
]
const carriers: [string, string][] = [
  ['Authorization', `Bearer ${secret}`],
  ['authorization', secret],
  ['Proxy-Authorization', `Basic ${btoa(`user:${secret}`)}`],
  ['Authorization', `Basic ${btoa(`${secret}:`)}`],
  ['Authorization', `Digest username="u", response="${secret}"`],
  ['Authorization', `AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host, Signature=${secret}`],
  ['Cookie', `a=1; SESSDATA=${secret}; b=2`],
  ['x-api-key', secret],
  ['X-Amz-Security-Token', secret],
  ['api-key', secret],
]

for (const [kind, bag] of bags)
  test.each(carriers)(`the secret in the header %s: %s of ${kind} is known`, (name, value) => {
    expect(requestSecrets({ ...none, headers: bag(name, value) })).toContain(secret)
  })

test('Basic credentials are UTF-8', () => {
  const headers = { authorization: `Basic ${Buffer.from('用户:密码密码').toString('base64')}` }
  const secrets = requestSecrets({ ...none, headers })
  for (const one of ['用户:密码密码', '密码密码']) expect(secrets).toContain(one)
})

test('a percent-encoded cookie is known decoded too', () => {
  const secrets = requestSecrets({ ...none, headers: { cookie: 'SESSDATA=ab%2C12%2Cff; broken=%E0%A4%A' } })
  for (const one of ['ab%2C12%2Cff', 'ab,12,ff', '%E0%A4%A']) expect(secrets).toContain(one)
})

const form = new FormData()
form.set('password', secret)
const bodies: [string, unknown][] = [
  ['JSON text', JSON.stringify({ password: secret })],
  ['nested JSON text', JSON.stringify({ a: [{ b: { user: { token: secret } } }] })],
  ['a record', { refresh_token: secret }],
  ['a list under a sensitive name', { tokens: 1, token: [secret] }],
  ['a record under a sensitive name', { credentials: { id: secret } }],
  ['a number of a code', { sms_code: secret }],
  ['a form', `grant_type=password&password=${secret}`],
  ['JSON inside a form', `method=x&biz_content=${encodeURIComponent(JSON.stringify({ auth_code: secret }))}`],
  ['JSON inside JSON', JSON.stringify({ data: JSON.stringify({ password: secret }) })],
  ['XML', `<xml><appid>1</appid><sign>${secret}</sign></xml>`],
  ['XML with CDATA', `<xml><sign><![CDATA[${secret}]]></sign></xml>`],
  ['multipart text', `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}\r\n--b--`],
  ['URLSearchParams', new URLSearchParams({ code: secret })],
  ['FormData', form],
  ['a Map', new Map([['token', secret]])],
  ['bytes', new TextEncoder().encode(`{"token":"${secret}"}`)],
  ['an ArrayBuffer', new TextEncoder().encode(`{"token":"${secret}"}`).buffer],
  ['a DataView', new DataView(new TextEncoder().encode(`token=${secret}`).buffer)],
]

test.each(bodies)('the secret in %s is known', (_kind, body) => {
  expect(requestSecrets({ ...none, body })).toContain(secret)
})

test('numbers are known by their digits', () => {
  expect(requestSecrets({ ...none, body: { otp: 123456 }, headers: { 'x-api-key': 987654 } })).toEqual(
    new Set(['123456', '987654']),
  )
})

test('values of fewer than four characters are left', () => {
  expect([...requestSecrets({ ...none, body: { password: 'abc', token: '', key: null, pin: 12 } })]).toEqual([])
})

test('a long value is known by its pieces, however long', () => {
  const long = Array.from({ length: 100 }, (_, index) => `piece-${index}`).join('/')
  const secrets = requestSecrets({ ...none, body: { token: long } })
  expect([...secrets].join('')).toBe(long)
  expect(requestSecrets({ ...none, body: { token: 'x'.repeat(1e6) } }).size).toBeLessThan(5)
})

const thrower = {
  get password(): string {
    throw new Error('getter')
  },
}
const cyclic: Record<string, unknown> = { token: secret }
cyclic['self'] = cyclic
const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
const hostile: [string, unknown][] = [
  ['a getter that throws', thrower],
  ['a cycle', cyclic],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap')
        },
      },
    ),
  ],
  ['a deep document', deep],
  ['forms inside forms', 'x={'.repeat(100_000)],
  ['many fields', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`token${index}_key`, index]))],
  ['a million values under one name', { token: Array.from({ length: 1_000_000 }, () => 'abcd') }],
  ['an own forEach that is data', { forEach: 1, token: secret }],
  ['tags without an end', '<a '.repeat(100_000)],
  ['a symbol', Symbol('x')],
  ['an odd list of header pairs', [null, 1, ['authorization']]],
]

test.each(hostile)('%s does not throw', (_kind, value) => {
  expect(requestSecrets({ ...none, body: value, headers: value })).toBeInstanceOf(Set)
})

test('a part that throws does not cost the others', () => {
  const url = new URL(`https://a.example/?token=${secret}`)
  expect(requestSecrets({ method, url, headers: thrower, body: thrower })).toContain(secret)
  expect(requestSecrets({ ...none, headers: thrower, body: { token: secret } })).toContain(secret)
})
