import type { AxiosRequestConfig, InternalAxiosRequestConfig } from 'axios'

/** On a config: what a multipart form was made of. A property, since axios and its plug-ins copy configs, symbols included. */
const parts: unique symbol = Symbol('unifault.parts')

type KeepingConfig = AxiosRequestConfig<unknown> & { [parts]?: unknown }

/** Whether a request's body will be gone when its answer comes: an object that axios makes a form of, or such a form. */
export function isFleeting({ data, headers }: InternalAxiosRequestConfig<unknown>): boolean {
  if (typeof data !== 'object' || data === null) return false
  const type: unknown = headers.getContentType?.()
  return streamsOf(data) !== undefined || (typeof type === 'string' && /^multipart\//i.test(type))
}

/** Keeps what a form is made of, as long as the config lives: its values may be secrets that the answer echoes. */
export function keepBody(config: KeepingConfig): void {
  const { data } = config
  config[parts] ??= streamsOf(data as object)?.join('') ?? data
}

/** A request's body as it can be known when the answer has come. */
export function requestBody(config: KeepingConfig): unknown {
  return config[parts] ?? config.data
}

/** The texts in an object of the package form-data, which axios uses in Node: a stream that is empty once it was sent. */
function streamsOf(data: object): string[] | undefined {
  const { _streams: streams } = data as { readonly _streams?: unknown }
  return Array.isArray(streams) ? streams.filter((part): part is string => typeof part === 'string') : undefined
}
