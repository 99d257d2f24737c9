import './seed.ts'
import { createClassifier, defineProvider } from '@unifault/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const shop = defineProvider({
  id: 'shop',
  dialects: [{ code: 'code', message: 'msg', requestId: 'id', param: 'param', codes: { E: 'throttled' } }],
})
const classify = createClassifier(shop)

/** Controls, escape sequences, bidi, zero-width, tag characters, separators, surrogates and what is near them. */
const unit = fc.oneof(
  fc.constantFrom(
    ...'\0|\b|\t|\n|\r|\u001B|\u001B[31m|\u001B]0;x\u0007|\u001B]8;;https://x\u001B\\|\u007F|\u0085|\u009B'.split('|'),
    ...'\u00AD|\u061C|\u180E|\u200B|\u200D|\u200E|\u200F|\u2028|\u2029|\u202A|\u202E|\u2060|\u2066|\u2069'.split('|'),
    ...'\uFEFF|\uFFF9|\u{E0001}|\u{E0041}|\u{E007F}|\u{E0100}|\uD800|\uDC00|\uDBFF|[|]|31m|;|\\| |a|号|😀'.split('|'),
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
)
const text = fc.string({ unit, maxLength: 900 })

// oxlint-disable-next-line no-control-regex -- these are what must not be there
const injected =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u

test('whatever a provider writes, an error is one printable, well-formed line of bounded length', () => {
  fc.assert(
    fc.property(text, text, text, text, fc.constantFrom(200, 500), (code, msg, id, param, status) => {
      const error = classify({ url: undefined, method: 'GET', status, headers: {}, body: { code, msg, id, param } })
      if (error === undefined) return
      const parts = [error.message, error.code, error.providerMessage, error.requestId, error.param]
      for (const part of parts) {
        expect(part ?? '').not.toMatch(injected)
        expect((part ?? '').isWellFormed()).toBe(true)
      }
      expect(error.message.length).toBeLessThanOrEqual(720)
      expect(error.code?.length ?? 0).toBeLessThanOrEqual(128)
      expect(error.param?.length ?? 0).toBeLessThanOrEqual(128)
      expect(error.requestId?.length ?? 0).toBeLessThanOrEqual(200)
      expect(error.providerMessage?.length ?? 0).toBeLessThanOrEqual(512)
      expect(JSON.stringify(error)).not.toMatch(injected)
      expect(error.stack?.slice(0, 10 + error.message.length)).toBe(`ApiError: ${error.message}`)
    }),
    { numRuns: 500 },
  )
})

test('plain text of any language comes through as it is', () => {
  const words = fc
    .array(
      fc.constantFrom('账号未登录', 'é', '한국어', 'שלום', 'привет', '😀', 'a-b_c', '100%', '"x"', "it's", '{}', '<b>'),
      { minLength: 1, maxLength: 20 },
    )
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(words, (msg) => {
      const error = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body: { code: 'E', msg } })
      expect(error?.providerMessage).toBe(msg)
    }),
    { numRuns: 200 },
  )
})

test('a message of any length is bounded, also where much of it is taken out', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20_000 }), unit, fc.nat({ max: 600 }), (many, one, rest) => {
      const body = { code: 'E', msg: one.repeat(many) + 'x'.repeat(rest) }
      const error = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body })
      expect(error?.message.length).toBeLessThanOrEqual(720)
      expect(error?.message).not.toMatch(injected)
    }),
    { numRuns: 100 },
  )
})
