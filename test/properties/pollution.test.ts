import './seed.ts'
import { createClassifier, defineProvider, form, graphql, jsonp, type RawResponse } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import { bilibili } from '@unifault/providers/bilibili'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileShop } from './hostile-values.ts'

const shop = defineProvider({
  id: 'graph',
  dialects: [graphql, { name: 'api', code: 'code', readers: [jsonp, form], success: [0], codes: { 1: 'throttled' } }],
  status: { 418: 'abuse-blocked' },
})
const classifiers = [hostileShop, shop, bilibili, [], allProviders].map((one) => createClassifier(one))

const bodies: unknown[] = [
  undefined,
  '',
  '{"code":0}',
  '{"code":1}',
  '{"code":"E.x","msg":"m"}',
  '{"code":"none"}',
  '{"msg":"too fast"}',
  '{"errors":[{}]}',
  '{"errors":[{"message":"x"}]}',
  '{"error":"invalid_grant"}',
  '{"error":{"status":"NOT_FOUND"}}',
  '{"error":{}}',
  '{"title":"x","status":404}',
  '{"a":1}',
  '[]',
  '[{}]',
  '"x"',
  'null',
  'cb({"code":1})',
  'code=1&msg=x',
  'words',
  '{"ret":"100,x"}',
  '{"x_response":{}}',
  '{"__proto__":{"code":1}}',
]
const urls = ['https://shop.example/x', 'https://api.bilibili.com/x?access_token=abcd1234']
const raws = bodies.flatMap((body, index) =>
  [200, 418, 503].map((status): RawResponse => ({
    url: urls[(index + status) % 2],
    method: 'POST',
    status,
    headers: { 'X-Other': '1' },
    body,
  })),
)

function verdicts(some: readonly RawResponse[]): string[] {
  return classifiers.flatMap((classify) =>
    some.map((raw) => {
      const error = classify(raw, {})
      return JSON.stringify(error?.toJSON()) + String(error?.message)
    }),
  )
}

const names =
  `code outerCode codes message msg requestId request_id param issues waitMs wait title type detail error errors status data ok
success retry retry-after x-code content-type www-authenticate x-ratelimit-remaining x-request-id when row dialect reason by outcome overrides messages
hosts paths name docs pass origin prototype fallback onUnknownCode requestHeaders requestBody requestUrl href 0 1 404 418 500 extensions fieldViolations
retryDelay details pointer instance kind sub_code x_response error_description ret a match at unit idempotency-key charset polluted`.split(
    /\s+/,
  )

const pollution = fc.tuple(
  fc.constantFrom(...names),
  fc.constantFrom<unknown[]>(
    'polluted',
    '0',
    5,
    0,
    true,
    ['throttled'],
    [{ message: 'x' }],
    { code: 1, message: 'x', status: 'NOT_FOUND' },
    null,
  ),
)

const baseline = verdicts(raws)

test('a polluted Object.prototype changes no verdict', () => {
  fc.assert(
    fc.property(fc.array(pollution, { minLength: 1, maxLength: 3 }), (pairs) => {
      const prototype = Object.prototype as unknown as Record<string, unknown>
      const done: string[] = []
      let found: string[]
      try {
        for (const [name, value] of pairs)
          if (!(name in prototype)) {
            Object.defineProperty(prototype, name, { value, configurable: true, enumerable: true, writable: true })
            done.push(name)
          }
        found = verdicts(raws)
      } finally {
        for (const name of done) delete prototype[name]
      }
      expect(found.filter((verdict, index) => verdict !== baseline[index]).slice(0, 3)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('nothing that comes pollutes Object.prototype', () => {
  const before = Reflect.ownKeys(Object.prototype)
  const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"code":1}'
  const forms = [
    text,
    JSON.parse(text) as unknown,
    `cb(${text})`,
    '__proto__=1&constructor=2',
    '<__proto__><polluted>1</polluted></__proto__>',
  ]
  for (const body of forms)
    for (const status of [200, 500])
      verdicts([{ url: 'https://shop.example/', method: 'GET', status, headers: JSON.parse(text) as unknown, body }])
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('codes by the names of Object.prototype are unknown codes in every place', () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype)
  const classify = createClassifier(hostileShop)
  for (const code of inherited)
    for (const body of [{ code }, { error: { code } }, { x_response: { sub_code: code } }]) {
      const text = JSON.stringify(body)
      const error = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body: text })
      expect(error).toMatchObject({ reason: 'unknown', code, matchedBy: { by: 'unmapped', dialect: 'api' } })
      expect(error?.matchedBy.row).toBeUndefined()
      expect(classify({ url: undefined, method: 'GET', status: 404, headers: {}, body: text })?.reason).toBe(
        'not-found',
      )
    }
})
