import '../properties/seed.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failures } from './failures.ts'
import { defects, judge } from './judge.ts'

/** Names under which something at the top of a body may say that the call failed. */
const markers =
  /^(?:code|ret|error|errors|err|ok|succe\w*|is_?success\w*|failed|result|status\w*|state|header|head|meta|message|messages|jsonrpc|response\w*|base_?resp\w*|gw_err_resp|error_response|json|infocode|faultcode|odata\.error|.*(?:code|err(?:no|or)?|no)$)$/i

const businessKeys = [
  'id',
  'name',
  'title',
  'price',
  'items',
  'user',
  'tags',
  'total',
  'createdAt',
  'message',
  'msg',
  'data',
  'country',
  'zip',
]
const key = fc.oneof(fc.constantFrom(...businessKeys), fc.string({ minLength: 1, maxLength: 12 }))
const isUnmarked = (name: string): boolean => name === 'message' || !markers.test(name)
const business = fc.dictionary(key.filter(isUnmarked), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 40 })
const failedBodies = failures
  .filter(([, , body]) => typeof body === 'object' && !Array.isArray(body))
  .map(([, , body]) => body)
const status = fc.constantFrom(200, 201, 206, 302)

test('a record without an error marker stays untouched', () => {
  fc.assert(
    fc.property(status, business, (code, body) => {
      expect(judge(code, JSON.stringify(body))).toBeUndefined()
      expect(judge(code, body)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a success value of the code stays untouched, whatever the message and the data', () => {
  fc.assert(
    fc.property(
      fc.record({
        code: fc.constantFrom(0, 200, '0', '200', '0000', 'SUCCESS', 'OK', 'success', 'ok'),
        message: fc.oneof(fc.string(), fc.constantFrom('invalid token', '系统繁忙', 'error')),
        data: fc.jsonValue({ maxDepth: 2 }),
      }),
      (body) => {
        expect(judge(200, body)).toBeUndefined()
      },
    ),
  )
})

test('an error at a nested place does not count', () => {
  fc.assert(
    fc.property(
      business,
      fc.constantFrom('data', 'items', 'payload', 'user', 'list', 'page', 'content', 'rows'),
      fc.constantFrom(...failedBodies),
      fc.boolean(),
      (body, place, inner, isList) => {
        expect(judge(200, { ...body, [place]: isList ? [inner] : inner })).toBeUndefined()
        expect(judge(200, { ...body, [place]: inner, code: 0, message: 'ok' })).toBeUndefined()
        expect(judge(200, [inner, body])).toBeUndefined()
      },
    ),
  )
})

test('a record with an id and a creation date tells of itself, not of the call', () => {
  const signs = fc.record(
    {
      code: fc.oneof(fc.integer(), fc.constantFrom('NOT_FOUND', 'CN', 'E42')),
      message: fc.oneof(fc.string(), fc.constantFrom('invalid token', '失败')),
      status: fc.oneof(fc.constantFrom('failed', 'error', 'ok'), fc.integer()),
      error: fc.oneof(fc.string(), fc.boolean(), fc.constant({ code: 'boom', message: 'it failed' })),
      errors: fc.array(fc.record({ code: fc.string(), message: fc.string() })),
      success: fc.boolean(),
      errorCode: fc.oneof(fc.string(), fc.integer()),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(signs, (body) => {
      expect(judge(200, { id: 7, created_at: '2024-01-01', ...body })).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('lists of anything, scalars and plain texts stay untouched', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 2 }), (body) => {
      expect(judge(200, JSON.stringify(body))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.lorem()), (body) => {
      expect(judge(200, body)).toBeUndefined()
    }),
  )
})

test(
  'every answer is judged, whatever it is: nothing throws, and from 400 on there is an error',
  { timeout: 60_000 },
  () => {
    const hostile = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      fc.constantFrom<unknown>(
        JSON.parse('{"__proto__":{"code":500,"message":"x"}}'),
        Object.create({ errcode: 1, errmsg: 'inherited' }),
        { error: { error: { error: { error: { error: {} } } } } },
        { errors: Array.from({ length: 100_000 }, () => ({ message: 'x' })) },
        Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, index])),
        { code: Symbol('x'), message: () => 1 },
        { success: false, message: '\u0000\uD800' },
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 403, 429, 500), hostile, (code, body) => {
        const error = judge(code, body)
        if (code >= 400) expect(error).toBeDefined()
      }),
      { numRuns: 2000 },
    )
    expect(judge(200, Object.create({ errcode: 1, errmsg: 'inherited' }))).toBeUndefined()
    expect(defects).toEqual([])
  },
)
