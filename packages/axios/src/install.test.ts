import { type AxiosInstance, create, type InternalAxiosRequestConfig } from 'axios'
import { describe, expect, it, vi } from 'vitest'
import { axiosResponseOf, defineProvider, installApiErrors, isApiError, originOf } from './index.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', success: [0], codes: { 1: 'unauthenticated' } }],
})

/** An instance whose requests are answered in place. */
function answering(data: unknown): AxiosInstance {
  const answer = { data, status: 200, statusText: '', headers: {} }
  return create({ adapter: async (config: InternalAxiosRequestConfig) => ({ ...answer, config }) })
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'fulfilled',
    (error: unknown) => error,
  )
}

describe('installApiErrors', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['an instance that is none', () => installApiErrors({} as never, gate), /^`instance` must be an axios instance/],
    ['no instance', () => installApiErrors(undefined as never, gate), /^`instance` must be/],
    ['options that are none', () => installApiErrors(create(), gate, null as never), /^`options` must be an object/],
    [
      'an unknown mode',
      () => installApiErrors(create(), gate, { mode: 'both' as never }),
      /^`mode` must be one of 'replace', 'attach', 'observe', got "both"/,
    ],
    [
      'an unknown keeping',
      () => installApiErrors(create(), gate, { keep: 'some' as never }),
      /^`keep` must be one of 'all', 'text'/,
    ],
    ['an unknown option', () => installApiErrors(create(), gate, { passes: [] } as never), /`passes`/],
    ['a provider that is none', () => installApiErrors(create(), {} as never), /`/],
    ['a malformed pass', () => installApiErrors(create(), gate, { pass: ['no'] as never }), /`pass\[0\]`/],
  ])('refuses %s', (_, install, message) => {
    expect(install).toThrow(TypeError)
    expect(install).toThrow(message)
  })

  it('shows no value of an instance that it refuses', () => {
    expect(() => installApiErrors({ defaults: { headers: { token: 'planted' } } } as never, gate)).toThrow(
      /got "object"/,
    )
  })

  it('works with adapters that leave nothing but an answer', async () => {
    const instance = answering({ code: 1 })
    installApiErrors(instance, gate)
    const error = await errorOf(instance.get('https://example.org/a'))
    expect(error).toMatchObject({ code: '1', request: { method: 'GET', url: 'https://example.org/a' } })
    expect(axiosResponseOf(error)).toMatchObject({ data: { code: 1 } })
    await expect(answering({ code: 0 }).get('https://example.org/a')).resolves.toMatchObject({ status: 200 })
  })

  it.each([undefined, null, 5, 'text', {}, { status: 'ok' }, { status: 200 }])(
    'lets an answer of the shape %j pass',
    async (shape) => {
      const instance = create()
      instance.interceptors.request.use((config) => ({ ...config, adapter: async () => ({ headers: {} }) as never }))
      instance.interceptors.response.use(() => shape as never)
      installApiErrors(instance, gate, { onDefect: () => undefined })
      await expect(instance.get('https://example.org/a')).resolves.toBe(shape)
    },
  )

  it('hands an answer on whose parts throw, and tells of it', async () => {
    const onDefect = vi.fn<(defect: { at: string }) => void>(() => {
      throw new Error('hook')
    })
    const hostile = {
      status: 200,
      config: {},
      get data(): never {
        throw new Error('getter')
      },
    }
    const instance = answering({})
    instance.interceptors.response.use(() => hostile as never)
    installApiErrors(instance, gate, { onDefect })
    await expect(instance.get('https://example.org/a')).resolves.toBe(hostile)
    expect(onDefect.mock.calls.length).toBeGreaterThan(0)
    for (const [defect] of onDefect.mock.calls) expect(defect).toMatchObject({ at: 'axios' })
  })

  it('gives an error whose config and response plug-ins may read and replace', async () => {
    const instance = answering({ code: 1 })
    installApiErrors(instance, gate)
    const error = (await errorOf(instance.get('https://example.org/a'))) as { config: unknown; response: unknown }
    const { response, error: own } = originOf(error)
    expect(own).toBe(undefined)
    expect(error.response).toBe(response)
    expect(error.config).toBe(axiosResponseOf(error)?.config)
    error.config = { url: 'other' }
    expect(error.config).toEqual({ url: 'other' })
    expect(Object.keys(error)).not.toContain('config')
    expect(isApiError(error)).toBe(true)
  })

  it('keeps instances apart', async () => {
    const one = answering({ code: 1 })
    installApiErrors(one, gate)
    await expect(answering({ code: 1 }).get('https://example.org/a')).resolves.toMatchObject({ status: 200 })
    expect(isApiError(await errorOf(one.get('https://example.org/a')))).toBe(true)
  })

  it.each([
    ['pass', ['unauthenticated']],
    ['mode', 'attach'],
  ])('takes no `%s` from a polluted prototype', async (name, value) => {
    const polluted = { value, configurable: true }
    // oxlint-disable-next-line no-extend-native -- that is the attack
    Object.defineProperty(Object.prototype, name, polluted)
    try {
      const one = answering({ code: 1 })
      installApiErrors(one, gate)
      expect(isApiError(await errorOf(one.get('https://example.org/a')))).toBe(true)
    } finally {
      Reflect.deleteProperty(Object.prototype, name)
    }
  })
})
