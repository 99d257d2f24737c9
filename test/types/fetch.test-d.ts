import { type ApiError, observed, wrapFetch } from '@unifault/fetch'
import { generic } from '@unifault/providers/generic'
import { bilibili } from '@unifault/providers/bilibili'
import { expectTypeOf, test } from 'vitest'

test('what is wrapped stays what it is', () => {
  const api = wrapFetch(fetch, bilibili)
  expectTypeOf(api).toExtend<typeof fetch>()
  expectTypeOf(api('https://api.bilibili.com')).resolves.toEqualTypeOf<Response>()
  expectTypeOf(api(new URL('https://api.bilibili.com'), { method: 'POST' })).resolves.toEqualTypeOf<Response>()

  interface Answer {
    readonly status: number
    json(): Promise<unknown>
  }
  const other = (_url: string, _init?: { readonly agent?: string }): Promise<Answer> => Promise.reject(new Error('x'))
  const wrapped = wrapFetch(other, [bilibili])
  expectTypeOf(wrapped('/nav', { agent: 'x', apiErrors: false })).resolves.toEqualTypeOf<Answer>()
  // @ts-expect-error -- no member of its init
  void wrapped('/nav', { agents: 'x' })
  // @ts-expect-error -- no function
  wrapFetch({}, bilibili)
})

test('every option, and undefined for each', () => {
  wrapFetch(fetch, [bilibili], {
    mode: 'observe',
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
  wrapFetch(fetch, bilibili, {
    mode: undefined,
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
  wrapFetch(fetch, bilibili, { mode: 'attach' })
  // @ts-expect-error -- no such option
  wrapFetch(fetch, bilibili, { onErrors: () => undefined })
})

test('a call says in its init what holds for it', () => {
  const api = wrapFetch(fetch, bilibili)
  const answers = [
    api('/nav', { apiErrors: false }),
    api('/nav', { apiErrors: undefined }),
    api('/nav', { apiErrors: { provider: bilibili, pass: ['auth'], idempotent: true, fallback: false } }),
  ]
  // @ts-expect-error -- no such member
  answers.push(api('/nav', { apiErrors: { passes: [] } }))
  // @ts-expect-error -- no reason and no category
  answers.push(api('/nav', { apiErrors: { pass: ['nonsense'] } }))
})

test('what was observed', () => {
  expectTypeOf(observed(new Response())).resolves.toEqualTypeOf<ApiError | undefined>()
})
