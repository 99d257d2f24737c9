import { expect, test } from 'vitest'
import { createClassifier } from '../classify/create-classifier.ts'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope, type EnvelopeOptions } from '../provider/envelope.ts'
import { withCodes } from '../provider/with-codes.ts'
import { html } from '../reading/html.ts'
import { xmlTags } from '../reading/xml-tags.ts'
import { fakeResponse } from './fake-response.ts'

const codes = {
  '-101': 'unauthenticated',
  'E.x': 'not-found',
  'F.*': 'throttled',
  5: 'ok',
  验证码: 'action-required',
} as const

const shapes: [string, EnvelopeOptions][] = [
  ['a plain place', { code: 'code', success: [0] }],
  ['a nested place', { code: 'error.0.code' }],
  ['a wrapper', { code: ['*_response.sub_code', '*_response.code'] }],
  ['a header', { code: '@x-code' }],
  ['a code before a comma', { code: { at: 'msg', match: /^([^,]+),/ } }],
  ['a code in brackets', { code: { at: 'msg', match: /\[(.+)\]/ } }],
  ['a code as the text', { code: { at: '$text', match: /^(.+)$/ } }],
  ['states of failure', { code: 'code', success: { ok: [true], 'a.b': [0] } }],
  ['a required record', { code: 'code', requires: { kind: ['error'] } }],
  ['required places', { code: 'code', requires: ['id', '@x-flag'] }],
  ['a required status', { code: 'code', requires: { $status: [503] } }],
  ['XML', { code: 'Error.Code', readers: [xmlTags] }],
  ['a page', { code: 'title', readers: [html] }],
]

for (const [name, options] of shapes)
  test.each(['-101', 'E.x', 'F.anything', '验证码'] as const)(
    `an answer in the shape of ${name} carries %s`,
    (code) => {
      const shop = defineProvider({ id: 'shop', dialects: [envelope({ ...options, codes })] })
      const { status, headers, body } = fakeResponse(shop as never, code as never)
      expect(typeof body).toBe('string')
      const url = 'https://anywhere.example/'
      expect(createClassifier(shop)({ url, method: 'GET', status, headers, body })).toMatchObject({
        provider: 'shop',
        code,
      })
    },
  )

const shop = defineProvider({ id: 'shop', dialects: [envelope({ code: 'code', success: [0], codes })] })

test.each(['nope', '5', '__proto__', 'constructor', 'F', ''])(
  'the code %j, which is no error of the provider, is refused',
  (code) => {
    expect(() => fakeResponse(shop, code as never)).toThrow(
      new TypeError(`\`code\` must be a code of shop, got "${code}"`),
    )
  },
)

test("a user's own reading of a code can be faked, of new codes too", () => {
  const own = withCodes(shop, { 86101: 'authorization-pending', '-101': 'token-expired' })
  for (const [code, reason] of [
    ['86101', 'authorization-pending'],
    ['-101', 'token-expired'],
  ] as const) {
    const { status, headers, body } = fakeResponse(own, code)
    expect(createClassifier(own)({ url: undefined, method: 'GET', status, headers, body })).toMatchObject({
      reason,
      code,
    })
  }
  expect(() => fakeResponse(withCodes(shop, { 7: 'ok' }), '7')).toThrow(/^`code` must be a code of shop/)
})

test('a shape that cannot carry a code alone is refused', () => {
  const rigid = defineProvider({
    id: 'rigid',
    dialects: [envelope({ code: { at: 'a', match: /^x(\d)y(?=z)/ }, codes: { long: 'internal' } })],
  })
  expect(() => fakeResponse(rigid, 'long')).toThrow(
    /^`code` must be one that an answer of rigid can carry alone, got "long"$/,
  )
})

test('what is no provider is refused', () => {
  expect(() => fakeResponse({ id: 'x' }, '1')).toThrow(/^`provider` must be made by `defineProvider`/)
})
