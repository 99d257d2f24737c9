import { createRequire } from 'node:module'
import { inspect } from 'node:util'
import { apiErrorOf, defineProvider, installApiErrors, isApiError } from '@unifault/axios'
import { createRecovery, repeat } from '@unifault/recovery'
import * as esm from 'axios'
import { describe, expect, it } from 'vitest'
import { serve } from '../fetch/serve.ts'
import { apiErrorFrom } from './api-error-from.ts'
import { rejectionOf } from './rejection-of.ts'

const gate = defineProvider({ id: 'gate', dialects: [{ code: 'code', success: [0], codes: { 1: 'unauthenticated' } }] })
const cjs = createRequire(import.meta.url)('axios') as typeof esm
const url = 'https://gate.example/thing'

const adapter = async (config: esm.InternalAxiosRequestConfig): Promise<esm.AxiosResponse> => ({
  data: { code: 1 },
  status: 200,
  statusText: '',
  headers: {},
  config,
})

it('there are two copies of axios in a program of both module systems', () => {
  expect(cjs.AxiosError).not.toBe(esm.AxiosError)
})

describe.each([
  ['an ES module', esm],
  ['CommonJS', cjs],
])("in mode 'attach' with axios from %s", (_, axios) => {
  it.each<[string, () => esm.AxiosInstance]>([
    ['an instance', () => axios.create({ adapter })],
    ['an instance of an instance', () => axios.create().create({ adapter })],
    ['an Axios', () => new axios.Axios({ adapter }) as esm.AxiosInstance],
  ])('the error under HTTP 200 of %s is of its own class, each time', async (_, make) => {
    const instance = make()
    const touched: string[] = []
    instance.interceptors.request.use((config) => (touched.push(String(config.url)), config))
    installApiErrors(instance, gate, { mode: 'attach' })
    for (let call = 0; call < 2; call++) {
      const error = await rejectionOf(instance.get(url))
      expect(error).toBeInstanceOf(axios.AxiosError)
      expect(axios.isAxiosError(error)).toBe(true)
      expect(apiErrorOf(error)).toMatchObject({ code: '1' })
    }
    // To learn the class sends nothing, and runs no interceptor.
    expect(touched).toEqual([url, url])
  })

  it('the error of the default instance is too', async () => {
    const { default: bare } = axios
    const { eject } = installApiErrors(bare, gate, { mode: 'attach' })
    expect(await rejectionOf(bare.get(url, { adapter }))).toBeInstanceOf(axios.AxiosError)
    eject()
  })

  it.each(['http', 'fetch'])(
    'what the %s adapter fails with under a recoverer is of its own class',
    async (adapter) => {
      const { default: bare } = axios
      await using refusing = await serve((_request, response) => void response.writeHead(500).end())
      const recovery = createRecovery({ repeat: repeat({ attempts: 2, baseMs: 1 }) })
      for (const instance of [axios.create({ adapter }), bare]) {
        const { eject } = installApiErrors(instance, gate, { mode: 'attach', recovery })
        const failed = await rejectionOf(instance.get(refusing.url, { adapter }))
        expect(failed).toBeInstanceOf(axios.AxiosError)
        expect((failed as esm.AxiosError).response?.headers).toBeInstanceOf(axios.AxiosHeaders)
        expect(apiErrorOf(failed)).toMatchObject({ status: 500 })
        const unreachable = await rejectionOf(instance.get('http://127.0.0.1:1/', { adapter }))
        expect(unreachable).toBeInstanceOf(axios.AxiosError)
        expect(apiErrorOf(unreachable)).toMatchObject({ reason: 'network' })
        const cancelled = await rejectionOf(instance.get(refusing.url, { adapter, signal: AbortSignal.abort() }))
        expect(cancelled).toBeInstanceOf(axios.CanceledError)
        eject()
      }
    },
  )

  it.each(['http', 'fetch'])('a cancelled call of the %s adapter under a recoverer is too', async (adapter) => {
    const controller = new AbortController()
    await using hanging = await serve(() => controller.abort())
    const instance = axios.create({ adapter })
    installApiErrors(instance, gate, { mode: 'attach', recovery: createRecovery({ repeat: repeat() }) })
    const cancelled = await rejectionOf(instance.get(hanging.url, { signal: controller.signal }))
    expect(cancelled).toBeInstanceOf(axios.CanceledError)
    expect(axios.isCancel(cancelled)).toBe(true)
  })

  it.each([undefined, null, 'a text'])(
    'what an adapter of the user’s own rejects with comes as it is: %s',
    async (reason) => {
      const instance = axios.create({ adapter: [() => Promise.reject(reason)] })
      installApiErrors(instance, gate, { mode: 'attach', recovery: createRecovery({ repeat: repeat() }) })
      await expect(instance.get(url)).rejects.toBe(reason)
    },
  )

  it('an instance whose `request` is not axios’ own still gets an error that axios knows', async () => {
    const instance = axios.create({ adapter })
    installApiErrors(instance, gate, { mode: 'attach' })
    instance.request = (async () => ({ data: 'mocked' })) as never
    const error = await rejectionOf(instance(url))
    expect(axios.isAxiosError(error)).toBe(true)
    expect(apiErrorOf(error)).toMatchObject({ code: '1' })
  })
})

describe('what plug-ins read of an ApiError', () => {
  async function failed(): Promise<Error & { config?: unknown; response?: unknown }> {
    const instance = esm.create({ adapter, headers: { 'x-planted': 'planted' } })
    installApiErrors(instance, gate)
    return apiErrorFrom(instance.get(url))
  }

  it('is shown by no way to inspect it, before and after they have replaced it', async () => {
    const error = await failed()
    expect(error.config).toMatchObject({ url })
    for (let round = 0; round < 2; round++) {
      for (const customInspect of [true, false])
        for (const getters of [true, false])
          expect(inspect(error, { customInspect, showHidden: true, getters, depth: 9 })).not.toMatch(/planted|adapter/)
      error.config = { planted: true }
      error.response = { planted: true }
    }
    expect(error).toMatchObject({ config: { planted: true }, response: { planted: true } })
    expect(JSON.stringify(Object.assign({}, error))).not.toContain('planted')
  })

  it('leaves it an Error and an ApiError', async () => {
    const error = await failed()
    expect(error).toBeInstanceOf(Error)
    expect(isApiError(error, gate, '1')).toBe(true)
    expect(inspect(error)).toMatch(/^ApiError: gate 1: unauthenticated/)
    expect(error.stack).toMatch(/^ApiError: gate 1/)
  })
})
