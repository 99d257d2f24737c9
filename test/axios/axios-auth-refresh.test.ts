import { installApiErrors, isApiError } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import { type AxiosInstance, create } from 'axios'
import { createAuthRefresh } from 'axios-auth-refresh'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adapters } from './adapters.ts'
import { apiErrorFrom } from './api-error-from.ts'

const url = 'https://api.bilibili.com/x/nav'
let token = 'old'
let hits = 0
let status = 200

const server = setupServer(
  http.all(url, ({ request }) => {
    hits++
    return request.headers.get('authorization') === 'Bearer new'
      ? HttpResponse.json({ code: 0 })
      : HttpResponse.json({ code: -101, message: '账号未登录' }, { status })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  token = 'old'
  hits = 0
  status = 200
})
afterAll(() => server.close())

describe.each(adapters)('axios-auth-refresh after ours, with the %s adapter', (adapter) => {
  function refreshing(refreshed: string): { instance: AxiosInstance; refreshes: () => number } {
    let refreshes = 0
    const instance = create({ adapter })
    instance.interceptors.request.use((config) => {
      config.headers.set('Authorization', `Bearer ${token}`)
      return config
    })
    installApiErrors(instance, [bilibili])
    createAuthRefresh(
      instance as never, // its types are those of axios' CommonJS build
      async () => {
        refreshes++
        token = refreshed
      },
      {
        shouldRefresh: (error: unknown) => isApiError(error) && error.category === 'auth',
        // Its other setting rejects what fails while a refresh is under way.
        deduplicateRefresh: false,
      },
    )
    return { instance, refreshes: () => refreshes }
  }

  it.each([200, 401])('refreshes once for an auth error under HTTP %i and asks again', async (under) => {
    status = under
    const { instance, refreshes } = refreshing('new')
    await expect(instance.get(url)).resolves.toMatchObject({ data: { code: 0 } })
    expect([refreshes(), hits]).toEqual([1, 2])
  })

  it('refreshes once for many calls at a time', async () => {
    const { instance, refreshes } = refreshing('new')
    const calls = Array.from({ length: 10 }, () => instance.get(url))
    await expect(Promise.all(calls)).resolves.toHaveLength(10)
    expect(refreshes()).toBe(1)
  })

  it('gives the ApiError when the new token is refused too', async () => {
    const { instance, refreshes } = refreshing('older')
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ code: '-101' })
    expect([refreshes(), hits]).toEqual([1, 2])
  })

  it('refreshes by the status where it is 401, as it does without ours', async () => {
    status = 401
    const instance = create({ adapter })
    installApiErrors(instance, [bilibili])
    let refreshes = 0
    createAuthRefresh(instance as never, async () => void refreshes++)
    await apiErrorFrom(instance.get(url))
    expect(refreshes).toBe(1)
  })
})
