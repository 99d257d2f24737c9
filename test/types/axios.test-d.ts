import { type ApiError, axiosResponseOf, type Installation, installApiErrors, type PerCall } from '@unifault/axios'
import { generic } from '@unifault/providers/generic'
import { bilibili } from '@unifault/providers/bilibili'
import axios, { type AxiosResponse } from 'axios'
import { expectTypeOf, test } from 'vitest'

test('the interceptor goes into axios, its instances, and takes one provider or a list', () => {
  expectTypeOf(installApiErrors(axios, bilibili)).toEqualTypeOf<Installation>()
  const installation = installApiErrors(axios.create(), [bilibili], {})
  expectTypeOf(installation.eject).returns.toBeVoid()
  expectTypeOf(installation[Symbol.dispose]).returns.toBeVoid()
  // @ts-expect-error -- no axios
  installApiErrors({}, bilibili)
})

test('every option, and undefined for each', () => {
  installApiErrors(axios, [bilibili], {
    mode: 'attach',
    keep: 'text',
    fallback: generic,
    words: { model: { read: () => undefined }, atLeast: 0.7 },
    redact: () => (text, most) => text.slice(0, most),
    pass: ['not-found', 'server'],
    onPass: (error) => expectTypeOf(error).toEqualTypeOf<ApiError>(),
    onError: (error, { attempt, willRetry, late }) => [error, attempt, willRetry, late],
    onUnknownCode: ({ code }) => code,
    onUnjudged: ({ because, contentType }) => [because, contentType],
    onDefect: ({ error, at }) => [error, at],
  })
  installApiErrors(axios, bilibili, {
    mode: undefined,
    keep: undefined,
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
  installApiErrors(axios, bilibili, { mode: 'watch' })
  // @ts-expect-error -- no such option
  installApiErrors(axios, bilibili, { onErrors: () => undefined })
})

test('a call says in its config what holds for it', () => {
  const perCall: PerCall = {
    provider: bilibili,
    pass: ({ code }) => code === '-101',
    idempotent: true,
    fallback: false,
  }
  const answers = [
    axios.get('/nav', { apiErrors: perCall }),
    axios.post('/nav', {}, { apiErrors: false }),
    axios.request({ url: '/nav', apiErrors: { pass: ['auth'] } }),
    axios('/nav', { apiErrors: undefined }),
    axios.create({ apiErrors: { fallback: 'status' } }).get('/nav'),
  ]
  // @ts-expect-error -- no such member
  answers.push(axios.get('/nav', { apiErrors: { passes: [] } }))
  // @ts-expect-error -- no reason and no category
  answers.push(axios.get('/nav', { apiErrors: { pass: ['nonsense'] } }))
})

test('the response behind an error', () => {
  const caught: unknown = undefined
  expectTypeOf(axiosResponseOf<{ code: number }>(caught)).toEqualTypeOf<AxiosResponse<{ code: number }> | undefined>()
})
