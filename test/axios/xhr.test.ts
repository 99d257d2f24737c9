import { installApiErrors } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import type { AxiosInstance, CreateAxiosDefaults } from 'axios'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const url = 'https://api.bilibili.com/x/nav'

type Ending = 'load' | 'error' | 'abort' | 'timeout' | 'never'

/** As much of a browser's XMLHttpRequest as axios uses. */
class FakeRequest {
  static next: { ending: Ending; status: number; body: string; responseURL?: string }
  status = 0
  statusText = ''
  responseText = ''
  response: unknown = ''
  responseURL = ''
  responseType = ''
  timeout = 0
  onloadend: (() => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  onabort: (() => void) | null = null
  ontimeout: (() => void) | null = null
  private url = ''
  open(_method: string, at: string): void {
    this.url = at
  }
  setRequestHeader(): void {}
  getAllResponseHeaders(): string {
    return 'content-type: application/json\r\n'
  }
  abort(): void {}
  send(): void {
    const { ending, status, body, responseURL } = FakeRequest.next
    queueMicrotask(() => {
      if (ending === 'error') return this.onerror?.({ type: 'error' })
      if (ending === 'abort') return this.onabort?.()
      if (ending === 'timeout') return this.ontimeout?.()
      if (ending === 'never') return undefined
      this.status = status
      this.responseURL = responseURL ?? this.url
      if (this.responseType === '' || this.responseType === 'text') this.responseText = body
      this.response =
        this.responseType === 'arraybuffer'
          ? new TextEncoder().encode(body).buffer
          : this.responseType === 'blob' && typeof body === 'string'
            ? new Blob([body], { type: 'application/json' })
            : body
      return this.onloadend?.()
    })
  }
}

function answer(ending: Ending, body = '', status = 200, responseURL?: string): void {
  FakeRequest.next = { ending, status, body, ...(responseURL === undefined ? {} : { responseURL }) }
}

let isCancel: (value: unknown) => boolean
let create: (config: CreateAxiosDefaults) => AxiosInstance
let createAuthRefresh: (typeof import('axios-auth-refresh'))['createAuthRefresh']
let instance: AxiosInstance
beforeAll(async () => {
  // axios looks for it once, when it is loaded.
  Object.assign(globalThis, { XMLHttpRequest: FakeRequest })
  const axios = await import('axios')
  ;({ createAuthRefresh } = await import('axios-auth-refresh'))
  isCancel = axios.isCancel
  create = axios.create
  instance = axios.create({ adapter: 'xhr' })
  installApiErrors(instance, [bilibili])
})
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'XMLHttpRequest')
})

describe('with the xhr adapter', () => {
  it.each([undefined, 'json', 'text', 'arraybuffer', 'blob'] as const)(
    'tells an error under HTTP 200 with responseType %s',
    async (responseType) => {
      answer('load', '{"code":-101,"message":"账号未登录"}')
      const error = await apiErrorFrom(instance.get(url, responseType && { responseType }))
      expect(error).toMatchObject({ provider: 'bilibili', code: '-101', status: 200, request: { url } })
    },
  )

  it.each(['blob', 'document'] as const)(
    'judges a document of responseType %s by the status alone',
    async (responseType) => {
      const parsed = {
        nodeType: 9,
        get [Symbol.toStringTag]() {
          return 'HTMLDocument'
        },
      }
      answer('load', parsed as never)
      await expect(instance.get(url, { responseType })).resolves.toMatchObject({ status: 200 })
      answer('load', parsed as never, 404)
      await expect(apiErrorFrom(instance.get(url, { responseType }))).resolves.toMatchObject({
        reason: 'not-found',
        matchedBy: { by: 'status' },
      })
    },
  )

  it('asks the provider of the host that a redirect led to', async () => {
    answer('load', '{"code":-101}', 200, 'https://passport.bilibili.com/final?token=1')
    const error = await apiErrorFrom(instance.get('https://example.org/start'))
    expect(error).toMatchObject({ provider: 'bilibili', request: { url: 'https://passport.bilibili.com/final' } })
  })

  it.each<[Ending, string, string]>([
    ['error', 'network', 'ERR_NETWORK'],
    ['abort', 'network', 'ECONNABORTED'],
    ['timeout', 'timeout', 'ECONNABORTED'],
  ])('reads the event %s as %s', async (ending, reason, code) => {
    answer(ending)
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({
      category: 'server',
      reason,
      code,
      status: undefined,
    })
  })

  it('reads a Blob under a failed status too', async () => {
    answer('load', '{"code":-404}', 404)
    await expect(apiErrorFrom(instance.get(url, { responseType: 'blob' }))).resolves.toMatchObject({
      code: '-404',
      status: 404,
    })
  })

  it.each([undefined, 'attach', 'observe'] as const)(
    'lets axios-auth-refresh refresh when no answer came (`interceptNetworkError`), in mode %s',
    async (mode) => {
      const refreshed = vi.fn(async () => answer('load', '{"code":0}'))
      const own = create({ adapter: 'xhr' })
      installApiErrors(own, [bilibili], { mode })
      createAuthRefresh(own as never, refreshed, { interceptNetworkError: true, deduplicateRefresh: false })
      answer('error')
      await expect(own.get(url)).resolves.toMatchObject({ data: { code: 0 } })
      expect(refreshed).toHaveBeenCalledOnce()
    },
  )

  it('reads status 0, which a page that was left gives, as network', async () => {
    answer('load', '', 0)
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ reason: 'network' })
  })

  it('passes a cancellation on untouched', async () => {
    answer('never')
    const error = await rejectionOf(instance.get(url, { signal: AbortSignal.timeout(10) }))
    expect(isCancel(error)).toBe(true)
  })

  it('resolves a relative URL by the page', async () => {
    Object.assign(globalThis, { location: { href: 'https://www.bilibili.com/video/1' } })
    answer('error')
    await expect(apiErrorFrom(instance.get('/api/nav?x=1'))).resolves.toMatchObject({
      provider: 'bilibili',
      request: { url: 'https://www.bilibili.com/api/nav' },
    })
    Reflect.deleteProperty(globalThis, 'location')
  })
})
