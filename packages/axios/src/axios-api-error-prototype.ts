import { originOf } from '@unifault/core'
import { apiErrorPrototype } from '@unifault/core/adapter'
import type { AxiosResponse } from 'axios'

type WithConfig = { readonly config?: unknown } | undefined

/** A getter that plug-ins read; what they assign becomes an own property, since a failing assignment would hide the error. */
function liveProperty(name: string, read: (error: unknown) => unknown): PropertyDescriptor {
  return {
    configurable: true,
    get(this: unknown) {
      return read(this)
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true })
    },
  }
}

/**
 * What axios' ApiErrors inherit from. axios-retry and axios-auth-refresh read `config` and `response` of an error, and send `config` again:
 * so both are the live objects. They stand on the prototype, not enumerable, where no logger looks.
 */
export const axiosApiErrorPrototype: object = Object.create(apiErrorPrototype, {
  response: liveProperty('response', (error) => originOf(error).response),
  config: liveProperty('config', (error) => {
    const origin = originOf(error)
    return (origin.error as WithConfig)?.config ?? (origin.response as AxiosResponse | undefined)?.config
  }),
})
