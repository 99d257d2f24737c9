// A CommonJS module of TypeScript, as in a NestJS application: `require` gives the ES modules, and axios has its second declaration.
import { axiosResponseOf, installApiErrors, isApiError, type PerCall } from '@unifault/axios'
import { createClassifier, defineProvider, type Provider } from '@unifault/core'
import { fakeApiError } from '@unifault/core/testing'
import { wrapFetch } from '@unifault/fetch'
import { toResult } from '@unifault/neverthrow'
import { allProviders } from '@unifault/providers/all-providers'
import { bilibili } from '@unifault/providers/bilibili'
import axios, { type AxiosInstance } from 'axios'

const gateway = defineProvider({ id: 'gateway', dialects: [{ code: 'code', codes: { '1': 'not-found' } }] })
const perCall: PerCall = { provider: gateway, pass: ['not-found'] }
const client: AxiosInstance = axios.create({ apiErrors: perCall })
const installation = installApiErrors(client, [bilibili, gateway], { mode: 'attach', onError: (error) => error.reason })

export const calls = [client.get('/nav', { apiErrors: false }), client.request({ url: '/nav', apiErrors: perCall })]
// @ts-expect-error -- no such member
export const wrong = client.get('/nav', { apiErrors: { passes: [] } })

export function categoryOf(caught: unknown): string | undefined {
  installation.eject()
  if (isApiError(caught, gateway, '1')) return caught.code
  return isApiError(caught) ? caught.category : String(axiosResponseOf(caught)?.status)
}

export const providers: readonly Provider[] = allProviders
export const classify = createClassifier(allProviders)
export const wrapped = wrapFetch(fetch, bilibili)
export const result = toResult(() => wrapped('/nav', { apiErrors: false }))
export const fake = fakeApiError({ reason: 'throttled' }).category satisfies 'rate-limit'
