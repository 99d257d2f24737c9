import { generic } from '@unifault/providers/generic'
import { bilibili } from '@unifault/providers/bilibili'
import { type ApiError, observed, perCall, wrapKy } from '@unifault/ky'
import ky, { type KyInstance } from 'ky'
import { expectTypeOf, test } from 'vitest'

test('what is wrapped is a ky instance', () => {
  const api = wrapKy(ky, bilibili)
  expectTypeOf(api).toEqualTypeOf<KyInstance>()
  expectTypeOf(wrapKy(ky.create(), [bilibili], {}).extend({})).toEqualTypeOf<KyInstance>()
  expectTypeOf(api.get('/nav').json<{ code: number }>()).resolves.toEqualTypeOf<{ code: number }>()
  // @ts-expect-error -- no ky
  wrapKy(fetch, bilibili)
})

test('every option, and undefined for each', () => {
  wrapKy(ky, [bilibili], {
    mode: 'parseJson',
    maxWaitMs: 30_000,
    keep: 'all',
    lateErrors: false,
    streams: 'watch',
    bodies: false,
    fallback: generic,
    words: { read: () => ({ reason: 'throttled', confidence: 1 }) },
    redact: () => (text, most) => text.slice(0, most),
    pass: (error) => error.reason === 'not-found',
    onPass: (error) => expectTypeOf(error).toEqualTypeOf<ApiError>(),
    onError: (error, { attempt, willRetry, late }) => [error, attempt, willRetry, late],
    onUnknownCode: ({ code }) => code,
    onUnjudged: ({ because }) => because,
    onDefect: ({ error, at }) => [error, at],
  })
  wrapKy(ky, bilibili, {
    mode: undefined,
    maxWaitMs: undefined,
    keep: undefined,
    lateErrors: undefined,
    streams: undefined,
    bodies: undefined,
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
  // @ts-expect-error -- no such mode
  wrapKy(ky, bilibili, { mode: 'watch' })
  // @ts-expect-error -- no such option
  wrapKy(ky, bilibili, { onErrors: () => undefined })
})

test('a call says in its context what holds for it', () => {
  const answers = [
    ky.get('/nav', perCall(false)),
    ky.get('/nav', { ...perCall({ provider: bilibili, pass: ['auth'], idempotent: true, fallback: false }), retry: 0 }),
    ky.get('/nav', { context: { apiErrors: { pass: ['not-found'] } } }),
  ]
  // @ts-expect-error -- no such member
  perCall({ passes: [] })
  // @ts-expect-error -- no reason and no category
  perCall({ pass: ['nonsense'] })
  expectTypeOf(answers).items.toHaveProperty('json')
})

test('what was observed', () => {
  expectTypeOf(observed(new Response())).resolves.toEqualTypeOf<ApiError | undefined>()
})
