import type { Fields, Outgoing } from '@unifault/core/adapter'
import type { InternalAxiosRequestConfig } from 'axios'
import type { UriSource } from './answer.ts'

/** One sending of axios. The config is copied when something of it changes: most sendings change nothing. */
export class AxiosOutgoing implements Outgoing<InternalAxiosRequestConfig> {
  readonly headers: Fields
  readonly query: Fields
  private readonly instance: UriSource
  private readonly config: InternalAxiosRequestConfig
  private copy: InternalAxiosRequestConfig | undefined

  constructor(instance: UriSource, config: InternalAxiosRequestConfig) {
    this.instance = instance
    this.config = config
    this.headers = {
      get: (name) => (this.copy ?? config).headers.get(name)?.toString(),
      set: (name, value) => void this.native.headers.set(name, value),
      delete: (name) => void this.native.headers.delete(name),
    }
    this.query = {
      get: (name) => new URL(this.url, 'http://localhost').searchParams.get(name) ?? undefined,
      set: (name, value) => setParam(this.native, name, value),
      delete: (name) => deleteParam(this.native, name),
    }
  }

  get method(): string {
    return (this.config.method ?? 'get').toUpperCase()
  }

  get url(): string {
    const { url, params } = this.copy ?? this.config
    // Without the work of axios, where it has nothing to join.
    return params === undefined && url !== undefined && /^https?:/i.test(url)
      ? url
      : this.instance.getUri((this.copy ?? this.config) as never)
  }

  get native(): InternalAxiosRequestConfig {
    if (this.copy) return this.copy
    this.copy = copyOf(this.config)
    // Without AxiosHeaders reading each name anew.
    this.copy.headers = copyOf(this.config.headers)
    return this.copy
  }

  /** What is sent. An adapter may note things in its config: from the second sending on it gets a copy. */
  configFor(attempt: number): InternalAxiosRequestConfig {
    return attempt > 1 ? this.native : (this.copy ?? this.config)
  }
}

function copyOf<T extends object>(value: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(value) as object | null) as T, value)
}

/** Parameters stand in `params` or in the URL; new ones go to `params`. */
function setParam(native: InternalAxiosRequestConfig, name: string, value: string): void {
  deleteParam(native, name)
  const params: unknown = native.params
  if (params instanceof URLSearchParams) params.set(name, value)
  else (params as Record<string, unknown>)[name] = value
}

/** The user's own `params` stay as they are. */
function deleteParam(native: InternalAxiosRequestConfig, name: string): void {
  const [path = '', query] = (native.url ?? '').split('?', 2)
  const rest = new URLSearchParams(query)
  if (rest.has(name)) {
    rest.delete(name)
    native.url = rest.size > 0 ? `${path}?${rest.toString()}` : path
  }
  const params: unknown = native.params
  if (params instanceof URLSearchParams) (native.params = new URLSearchParams(params)).delete(name)
  else native.params = Object.fromEntries(Object.entries(params ?? {}).filter(([key]) => key !== name))
}
