import { Readable } from 'node:stream'
import { apiErrorOf, installApiErrors } from '@unifault/axios'
import { AxiosError, type AxiosInstance, create, type InternalAxiosRequestConfig } from 'axios'
import { describe, expect, it, vi } from 'vitest'
import { house, houseUrl } from '../fetch/house.ts'
import { rejectionOf } from './rejection-of.ts'

const refuse = (): never => {
  throw new Error('refused')
}
const refusing = Object.fromEntries(
  ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'].map((trap) => [trap, refuse]),
)
const modes = ['replace', 'attach', 'observe'] as const
/** What programs resolve and reject with, whatever they are told. */
const values: unknown[] = [undefined, null, false, 0, '', 'text', Symbol('own'), () => 1, {}, [], new Error('own')]

/** An instance that is answered in place. */
function answering(status = 200, data: unknown = { code: 0 }): AxiosInstance {
  return create({
    validateStatus: null,
    adapter: (config: InternalAxiosRequestConfig) =>
      Promise.resolve({ data, status, statusText: '', headers: {}, config }),
  })
}

describe.each(modes)('in mode %s', (mode) => {
  it.each(values)('what an interceptor before ours rejects with arrives as it is: %s', async (value) => {
    const instance = answering()
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors
    instance.interceptors.response.use(() => Promise.reject(value))
    const onDefect = vi.fn()
    installApiErrors(instance, house, { mode, onDefect })
    expect(await rejectionOf(instance.get(houseUrl))).toBe(value)
    expect(onDefect).not.toHaveBeenCalled()
  })

  it.each(values)(
    'what an interceptor before ours resolves with arrives as it is, and is told once: %s',
    async (value) => {
      const instance = answering()
      instance.interceptors.response.use(() => value as never)
      const onDefect = vi.fn()
      installApiErrors(instance, house, { mode, onDefect })
      for (let call = 0; call < 3; call++) expect(await instance.get(houseUrl)).toBe(value)
      expect(onDefect).toHaveBeenCalledTimes(1)
    },
  )

  it.each<[string, () => object]>([
    ['a Proxy that refuses all', () => new Proxy({}, refusing)],
    ['an object without a tag', () => Object.defineProperty({}, Symbol.toStringTag, { get: refuse })],
    ['an object whose members throw', () => Object.defineProperty({}, 'code', { get: refuse, enumerable: true })],
    ['a generator', () => (function* () {})()],
    ['a stream', () => Readable.from(['{"code":"arrears"}'])],
    ['a Map', () => new Map([['code', 'arrears']])],
  ])('data that a transform makes are not touched: %s', async (title, make) => {
    for (const status of [200, 500]) {
      const data = make()
      const instance = answering(status, data)
      installApiErrors(instance, house, { mode, pass: () => true, onDefect: () => undefined })
      const response = await instance.get<unknown>(houseUrl, { transformResponse: (given: unknown) => given })
      expect(Object.is(response.data, data)).toBe(true)
      if (title === 'a stream') expect((data as Readable).readableDidRead).toBe(false)
    }
  })

  it.each([null, {}, { username: 'u' }, '', 'u:p'])('an `auth` of %j hides nothing of the error', async (auth) => {
    const onDefect = vi.fn()
    const instance = create({
      adapter(config: InternalAxiosRequestConfig) {
        const response = { data: { code: 'stranger' }, status: 401, statusText: '', headers: {}, config }
        return Promise.reject(new AxiosError('refused', 'ERR_BAD_REQUEST', config, {}, response))
      },
    })
    installApiErrors(instance, house, { mode, onDefect })
    const error = apiErrorOf(await rejectionOf(instance.get(houseUrl, { auth: auth as never })))
    expect(error).toMatchObject({ code: 'stranger', request: { method: 'GET', url: houseUrl } })
    expect(onDefect).not.toHaveBeenCalled()
  })
})
