import {
  apiErrorOf,
  axiosResponseOf,
  defineProvider,
  type Installation,
  installApiErrors,
  isApiError,
  originOf,
  type Told,
} from '@unifault/axios'
import { type AxiosInstance, create, type InternalAxiosRequestConfig, isAxiosError } from 'axios'
import axiosRetry from 'axios-retry'
import { describe, expect, it, vi } from 'vitest'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const dialects = [{ code: 'code', success: [0], codes: { 1: 'unauthenticated', 9: 'internal' } }] as const
const gate = defineProvider({ id: 'gate', dialects })
const door = defineProvider({ id: 'door', dialects })
const url = 'https://gate.example/thing'

/** An instance that is answered in place, as an adapter does it. */
function answering(data: unknown, status = 200, headers: Record<string, string> = {}): AxiosInstance {
  return create({
    validateStatus: () => true,
    adapter: async (config: InternalAxiosRequestConfig) => ({ data, status, statusText: '', headers, config }),
  })
}

describe('a second installation', () => {
  it.each(['replace', 'attach'] as const)('with the same providers renews the options in place: %s', async (mode) => {
    const instance = answering({ code: 1 })
    const early = vi.fn<(error: unknown) => void>()
    const late = vi.fn<(error: unknown) => void>()
    const first = installApiErrors(instance, [gate, door], { mode, onError: early, fallback: false })
    installApiErrors(instance, [gate, door], { mode, onError: late, fallback: gate })
    expect(apiErrorOf(await rejectionOf(instance.get(url)))).toMatchObject({ code: '1' })
    expect([early, late].map((each) => each.mock.calls.length)).toEqual([0, 1])
    first.eject()
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
  })

  it('keeps the place of the first among other interceptors', async () => {
    const instance = answering({ code: 1 })
    installApiErrors(instance, gate)
    instance.interceptors.response.use((response) => response.data as never)
    installApiErrors(instance, gate)
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ code: '1' })
  })

  it.each([
    ['other providers', [gate], [door], undefined],
    ['the same in another order', [gate, door], [door, gate], undefined],
    ['more of them', [gate], [gate, door], undefined],
    ['another mode', [gate], [gate], 'attach'],
  ] as const)('with %s is refused, naming both and the way out', async (_, one, other, mode) => {
    const instance = answering({ code: 1 })
    const { eject } = installApiErrors(instance, one)
    const again = (): Installation => installApiErrors(instance, other, mode && { mode })
    expect(again).toThrow(TypeError)
    expect(again).toThrow(/`gate`/)
    expect(again).toThrow(mode === undefined ? /`door`/ : /'attach'/)
    expect(again).toThrow(/eject\(\)/)
    eject()
    expect(again).not.toThrow()
  })

  it("in mode 'observe' stands beside any other", async () => {
    const instance = answering({ code: 1 })
    const told: string[] = []
    const note = (who: string) => () => void told.push(who)
    installApiErrors(instance, gate, { mode: 'observe', onError: note('before') })
    installApiErrors(instance, door, { onError: note('door') })
    installApiErrors(instance, gate, { mode: 'observe', onError: note('behind') })
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ provider: 'door' })
    // What stands behind sees an ApiError, which needs no second verdict.
    expect(told).toEqual(['before', 'door'])
  })
})

describe('ejecting', () => {
  it('is what disposing does', async () => {
    const instance = answering({ code: 1 })
    {
      using installation = installApiErrors(instance, gate)
      expect(installation).toHaveProperty('eject')
      await apiErrorFrom(instance.get(url))
    }
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
  })

  it.each(['request', 'response'] as const)(
    'after `interceptors.%s.clear()` leaves the interceptors that were added since',
    async (kind) => {
      const instance = answering({ code: 0 })
      const installation = installApiErrors(instance, gate)
      instance.interceptors[kind].clear()
      const mine = vi.fn((value: never) => value)
      instance.interceptors[kind].use(mine as never)
      installation.eject()
      await instance.get(url)
      expect(mine).toHaveBeenCalledOnce()
    },
  )

  it('finds its interceptor wherever others have moved it', async () => {
    const instance = answering({ code: 1 })
    const installation = installApiErrors(instance, gate)
    const mine = vi.fn((value: unknown) => value)
    instance.interceptors.response.use(mine as never)
    instance.interceptors.response.handlers?.reverse()
    installation.eject()
    await expect(instance.get(url)).resolves.toMatchObject({ status: 200 })
    expect(mine).toHaveBeenCalledOnce()
  })

  it('of an older installation leaves a newer one', async () => {
    const instance = answering({ code: 1 })
    const older = installApiErrors(instance, gate)
    older.eject()
    installApiErrors(instance, door)
    older.eject()
    await expect(apiErrorFrom(instance.get(url))).resolves.toMatchObject({ provider: 'door' })
  })
})

describe('what a call costs', () => {
  it('is no promise, and no turn of synchronous interceptors into asynchronous ones', () => {
    const instance = answering({ code: 0 })
    installApiErrors(instance, gate)
    let isSent = false
    instance.interceptors.request.use((config) => ((isSent = true), config), undefined, { synchronous: true })
    const pending = instance.request({ url, method: 'post', data: { a: 1 }, apiErrors: { pass: [] } })
    expect(isSent).toBe(true)
    return pending
  })

  it('is nothing at all where nobody judges', async () => {
    // Its tag says what kind of thing it is; nothing else is asked.
    const untouched = { has: vi.fn(), ownKeys: vi.fn(), get: vi.fn((_: object, name: unknown) => name === 'never') }
    const data = new Proxy({}, untouched)
    const instance = answering(data)
    instance.defaults.transformResponse = []
    installApiErrors(instance, [], { fallback: false })
    expect((await instance.get(url)).status).toBe(200)
    expect(untouched.get.mock.calls.filter(([, name]) => name !== Symbol.toStringTag)).toEqual([])
    expect([...untouched.has.mock.calls, ...untouched.ownKeys.mock.calls]).toEqual([])
  })
})

describe('data that was unwrapped before', () => {
  const json = { 'content-type': 'application/json' }

  async function defectsOf(instance: AxiosInstance, calls = 3): Promise<unknown[]> {
    const onDefect = vi.fn<(defect: { error: unknown }) => void>()
    installApiErrors(instance, gate, { onDefect })
    for (let call = 0; call < calls; call++) await instance.get(url)
    return onDefect.mock.calls.map(([{ error }]) => error)
  }

  it('by an interceptor is told once', async () => {
    const instance = answering({ code: 1, data: {} })
    instance.interceptors.response.use((response) => (response.data as { data: never }).data)
    const defects = await defectsOf(instance)
    expect(defects).toHaveLength(1)
    expect(defects[0]).toBeInstanceOf(TypeError)
    expect(String(defects[0])).toMatch(/installApiErrors/)
  })

  it('by a transform is told once, where an error has lost its body for it', async () => {
    const instance = answering({ code: 1 }, 200, json)
    instance.defaults.transformResponse = (answer: { data?: unknown }) => answer.data
    expect(await defectsOf(instance)).toHaveLength(1)
  })

  it.each<[string, AxiosInstance]>([
    ['an answer that is whole', answering({ code: 0 }, 200, json)],
    ['an answer without a body', answering(undefined, 204, json)],
    ['an answer of another type', answering(undefined, 200)],
  ])('is not what is told of %s', async (_, instance) => {
    expect(await defectsOf(instance)).toEqual([])
  })

  it('is not what is told where a plug-in sends the request again through the whole instance', async () => {
    let calls = 0
    const instance = create({
      adapter: async (config: InternalAxiosRequestConfig) => {
        const response = { data: { code: 0 }, status: 200, statusText: '', headers: {}, config }
        if (calls++ % 2 === 1) return response
        throw Object.assign(new Error('reset'), { isAxiosError: true, code: 'ECONNRESET', config })
      },
    })
    axiosRetry(instance, { retries: 2 })
    const onDefect = vi.fn<() => void>()
    installApiErrors(instance, gate, { onDefect })
    instance.interceptors.response.use((response) => ('config' in response ? response.data : response) as never)
    await expect(instance.get(url)).resolves.toEqual({ code: 0 })
    expect(onDefect).not.toHaveBeenCalled()
  })
})

describe('an inner verdict', () => {
  it('is rethrown untouched, by whomever it was made', async () => {
    const inner = answering({ code: 1 })
    installApiErrors(inner, gate)
    const onError = vi.fn<() => void>()
    const outer = create({ adapter: (config) => inner.get(String(config.url)) })
    installApiErrors(outer, door, { onError })
    await expect(apiErrorFrom(outer.get(url))).resolves.toMatchObject({ provider: 'gate' })
    const wrapping = create({
      adapter: async (config) => {
        const cause = await rejectionOf(inner.get(String(config.url)))
        throw Object.assign(new Error('outer', { cause }), { isAxiosError: true, code: 'ERR_NETWORK', config })
      },
    })
    installApiErrors(wrapping, door, { onError })
    const error = await rejectionOf(wrapping.get(url))
    expect(isAxiosError(error)).toBe(true)
    expect(apiErrorOf(error)).toMatchObject({ provider: 'gate' })
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('what an error keeps', () => {
  it("is axios' own, headers and body, by default", async () => {
    const instance = answering({ code: 1, more: 'text' }, 200, { 'x-a': '1' })
    installApiErrors(instance, gate)
    const error = await apiErrorFrom(instance.get(url))
    expect(originOf(error)).toMatchObject({ response: { status: 200 }, headers: { 'x-a': '1' }, body: { code: 1 } })
    expect(axiosResponseOf(error)).toBe(originOf(error).response)
    expect(error).toMatchObject({ config: { url } })
  })

  it.each([
    ['an object', { code: 1 }, '{"code":1}'],
    ['text', '{"code":1}', '{"code":1}'],
    ['bytes', new TextEncoder().encode('{"code":1}'), '{"code":1}'],
  ])("is headers and text with `keep: 'text'`: %s", async (_, data, text) => {
    const instance = answering(data, 200, { 'x-a': '1' })
    const seen = vi.fn<(body: unknown) => void>()
    installApiErrors(instance, gate, { keep: 'text', onError: (error) => seen(originOf(error).body) })
    const error = await apiErrorFrom(instance.get(url, { responseType: 'text' }))
    expect(originOf(error)).toEqual({ error: undefined, response: undefined, headers: expect.anything(), body: text })
    expect(error).toMatchObject({ config: undefined, response: undefined })
    expect(seen).toHaveBeenCalledWith(data)
  })
})

describe('an error', () => {
  it('has a stack that begins at the caller, not in here', async () => {
    const instance = answering({ code: 1 })
    installApiErrors(instance, gate)
    async function whoeverAsks(): Promise<unknown> {
      return await instance.get(url)
    }
    const { stack = '' } = await apiErrorFrom(whoeverAsks())
    expect(stack).not.toMatch(/packages\/(?:axios|core)\/src\/(?!.*\.test\.)/)
    expect(stack).toContain('whoeverAsks')
  })

  it('tells hooks which attempt has failed, where axios-retry counts', async () => {
    const instance = answering({ code: 9 })
    const attempts: unknown[] = []
    const onError = (_error: unknown, told: Told): void => void attempts.push(told.attempt)
    installApiErrors(instance, gate, { onError })
    await apiErrorFrom(instance.get(url))
    axiosRetry(instance, { retries: 2, retryCondition: (error: unknown) => isApiError(error) && error.isRetryable })
    await apiErrorFrom(instance.get(url))
    expect(attempts).toEqual([undefined, 1, 2, 3])
  })

  it('judges by the provider that the call names, and repeats what it declares harmless', async () => {
    const instance = answering({ code: 9 })
    installApiErrors(instance, gate)
    await expect(apiErrorFrom(instance.post(url, {}, { apiErrors: { provider: door } }))).resolves.toMatchObject({
      provider: 'door',
      isRetryable: false,
    })
    await expect(apiErrorFrom(instance.post(url, {}, { apiErrors: { idempotent: true } }))).resolves.toMatchObject({
      provider: 'gate',
      isRetryable: true,
    })
  })
})
