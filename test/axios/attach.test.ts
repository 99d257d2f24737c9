import { apiErrorOf, axiosResponseOf, installApiErrors, isApiError } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import { AxiosError, create, isAxiosError, isCancel } from 'axios'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adapters } from './adapters.ts'
import { rejectionOf } from './rejection-of.ts'

const url = 'https://api.bilibili.com/x/nav'
const missing = 'https://api.bilibili.com/x/missing'
const down = 'https://api.bilibili.com/x/down'

const server = setupServer(
  http.all(url, () => HttpResponse.json({ code: -101, message: '账号未登录' })),
  http.all(missing, () => HttpResponse.json({ code: -404, message: '啥都木有' }, { status: 404 })),
  http.all(down, () => HttpResponse.error()),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

describe.each(adapters)("in mode 'attach' with the %s adapter", (adapter) => {
  const instance = create({ adapter })
  installApiErrors(instance, [bilibili], { mode: 'attach' })

  it('makes an AxiosError of an error under HTTP 200', async () => {
    const error = await rejectionOf(instance.get(url))
    expect(error).toBeInstanceOf(AxiosError)
    expect(isAxiosError(error)).toBe(true)
    expect(isApiError(error)).toBe(false)
    expect(error).toMatchObject({ name: 'AxiosError', code: 'ERR_BAD_RESPONSE', status: 200, config: { url } })
    const apiError = apiErrorOf(error)
    expect(apiError).toMatchObject({ category: 'auth', code: '-101', status: 200 })
    expect((error as Error).message).toBe(apiError?.message)
    expect(axiosResponseOf<{ code: number }>(error)?.data.code).toBe(-101)
    expect(axiosResponseOf(error)).toBe((error as AxiosError).response)
    expect((error as AxiosError).request).toBe(axiosResponseOf(error)?.request)
  })

  it('keeps the error of a refused status', async () => {
    const error = await rejectionOf(instance.get(missing))
    expect(error).toBeInstanceOf(AxiosError)
    expect(error).toMatchObject({ code: 'ERR_BAD_REQUEST', response: { status: 404 } })
    expect(apiErrorOf(error)).toMatchObject({ category: 'param', code: '-404', status: 404 })
  })

  it('keeps the error of a request without an answer', async () => {
    const error = await rejectionOf(instance.get(down))
    expect(isAxiosError(error)).toBe(true)
    expect(apiErrorOf(error)).toMatchObject({ category: 'server', reason: 'network', status: undefined })
    expect(axiosResponseOf(error)).toBe(undefined)
  })

  it('attaches nothing to a cancellation', async () => {
    const error = await rejectionOf(instance.get(url, { signal: AbortSignal.abort() }))
    expect(isCancel(error)).toBe(true)
    expect(apiErrorOf(error)).toBe(undefined)
  })
})

it('gives an ApiError itself, and nothing for other values', async () => {
  const instance = create()
  installApiErrors(instance, [bilibili])
  const error = await rejectionOf(instance.get(url))
  expect(apiErrorOf(error)).toBe(error)
  for (const other of [undefined, null, 'text', new Error('other')]) expect(apiErrorOf(other)).toBe(undefined)
})
