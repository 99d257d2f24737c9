import {
  type ApiError,
  createClassifier,
  defineProvider,
  explain,
  form,
  isApiError,
  type Provider,
  withCodes,
  withHosts,
} from '@unifault/core'
import { fakeResponse } from '@unifault/core/testing'
import { allProviders, generic } from '@unifault/providers'
import { allProviders as same } from '@unifault/providers/all-providers'
import { bilibili, type BilibiliCode } from '@unifault/providers/bilibili'
import type { BilibiliCode as FromCodes } from '@unifault/providers/bilibili/codes'
import { texts as en } from '@unifault/providers/bilibili/texts/en'
import { texts as zh } from '@unifault/providers/bilibili/texts/zh'
import { openai, type OpenaiCode } from '@unifault/providers/openai'
import { expectTypeOf, test } from 'vitest'

declare const error: ApiError
const caught: unknown = error

test('a guard with a provider narrows to it, and a misspelt code does not compile', () => {
  if (isApiError(caught, bilibili, '-101', '-400')) {
    expectTypeOf(caught.provider).toEqualTypeOf<'bilibili'>()
    // The code that is asked for may be the wrapper's or that of the row that decided.
    expectTypeOf(caught.code).toEqualTypeOf<string | undefined>()
  }
  // @ts-expect-error -- no code of Bilibili
  isApiError(caught, bilibili, '-1o1')
  // @ts-expect-error -- no code of Bilibili
  fakeResponse(bilibili, 'nonsense')
})

test('a provider’s entry has the union of its codes', () => {
  expectTypeOf<'-101'>().toExtend<BilibiliCode>()
  expectTypeOf<'-1o1'>().not.toExtend<BilibiliCode>()
  expectTypeOf<FromCodes>().toEqualTypeOf<BilibiliCode>()
  expectTypeOf<string>().not.toExtend<OpenaiCode>()
  expectTypeOf(openai).toExtend<Provider<'openai', OpenaiCode>>()
  expectTypeOf(explain(error, [zh, en])).toEqualTypeOf<string | undefined>()
})

test('providers of any codes fit where a provider is expected', () => {
  expectTypeOf(createClassifier).toBeCallableWith(bilibili)
  expectTypeOf(createClassifier).toBeCallableWith([bilibili, openai])
  expectTypeOf(createClassifier).toBeCallableWith(allProviders, { fallback: generic })
  expectTypeOf(same).toEqualTypeOf(allProviders)
})

const gateway = defineProvider({
  id: 'gateway',
  hosts: ['api.example.com'],
  dialects: [
    {
      readers: [form],
      code: 'code',
      message: ['msg', { at: 'error', match: /^\w+: (.*)$/ }],
      success: [0],
      issues: { at: 'errors', param: 'field', message: 'text' },
      wait: { at: 'wait', unit: 's' },
      codes: { '1001': 'token-expired', 1002: 'throttled', 'B*': 'invalid-parameter' },
    },
  ],
})

test('a provider of one’s own has the codes that it lists; its families stand for all of theirs', () => {
  expectTypeOf(gateway).toExtend<Provider<'gateway', '1001' | '1002' | `B${string}`>>()
  isApiError(error, gateway, '1002')
  isApiError(error, gateway, 'B0001')
  // @ts-expect-error -- not listed
  isApiError(error, gateway, '1003')
  // @ts-expect-error -- not listed
  isApiError(error, gateway, 'C0001')
})

test('a provider of one’s own may have a table as text, whose codes may be any', () => {
  const shop = defineProvider({ id: 'shop', dialects: [{ code: 'code', codes: 'code\treason\n1\tnot-found' }] })
  isApiError(error, shop, 'anything')
})

test('withCodes adds codes, withHosts keeps them', () => {
  isApiError(error, withCodes(gateway, { '1003': 'not-found', 'D*': 'ok' }), '1003', '1001', 'D7')
  isApiError(error, withHosts(gateway, 'localhost:8080', '/api'), '1001')
  // @ts-expect-error -- no code of it
  isApiError(error, withHosts(gateway, '/api'), '1003')
  // @ts-expect-error -- no reason
  withCodes(gateway, { '1003': 'not-a-reason' })
  // @ts-expect-error -- no reason
  defineProvider({ id: 'x', dialects: [{ code: 'code', codes: { '1': 'nonsense' } }] })
  // @ts-expect-error -- no such member
  defineProvider({ id: 'x', dialects: [], host: ['x.example'] })
})

test('options of a classifier accept undefined', () => {
  const classify = createClassifier(bilibili, {
    fallback: undefined,
    words: undefined,
    redact: undefined,
    pass: undefined,
    onPass: undefined,
    onError: undefined,
    onUnknownCode: undefined,
    onUnjudged: undefined,
    onDefect: undefined,
  })
  const found = classify({ url: undefined, method: 'GET', status: 200, headers: {}, body: '{}' })
  expectTypeOf(found).toEqualTypeOf<ApiError | undefined>()
  expectTypeOf(classify.judges('https://api.bilibili.com')).toEqualTypeOf<'all' | 'failures' | false>()
  expectTypeOf(classify.from(caught)).toEqualTypeOf<ApiError | undefined>()
})
