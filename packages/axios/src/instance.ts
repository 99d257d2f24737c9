// An axios instance: what `installApiErrors` takes and gives, and what is asked of axios itself.
import {
  type ApiError,
  apiErrorOf,
  type ClassifierOptions,
  originOf,
  type PerCall,
  type Provider,
} from '@unifault/core'
import {
  apiErrorPrototype,
  checkClassifierOptions,
  createJudging,
  type Judging,
  ownOptions,
  type Recoverer,
} from '@unifault/core/adapter'
import type { AxiosError, AxiosResponse } from 'axios'
import type { UriSource } from './answer.ts'

declare module 'axios' {
  export interface AxiosRequestConfig {
    /**
     * What this call says of unifault. `false` switches it off; `pass`, `provider`, `idempotent` and `fallback` stand instead of what the
     * instance says.
     */
    apiErrors?: PerCall | undefined
  }
}

/** What takes the interceptors away again. */
export interface Installation {
  /**
   * Takes the interceptors away, and nothing but them; after that, installing starts anew. Calling it again does nothing.
   *
   * @example
   * const installation = installApiErrors(axios, bilibili)
   * installation.eject()
   */
  eject(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** One kind of an instance's interceptors. */
export interface InterceptorsLike {
  /** Adds an interceptor. */
  use(onFulfilled?: never, onRejected?: never, options?: never): number
  /** Takes it away. */
  eject(id: number): void
}

/** What is needed of an axios instance. Structural: axios declares its types twice, for ES modules and for CommonJS. */
export interface AxiosLike extends UriSource {
  /** Where ours are put. */
  readonly interceptors: { readonly request: InterceptorsLike; readonly response: InterceptorsLike }
}

/** What `installApiErrors` takes beside the providers. */
export interface InstallOptions extends ClassifierOptions {
  /**
   * `'replace'` (the default): calls reject with an ApiError. `'attach'`, for moving over step by step: they reject with an AxiosError
   * as before, and `apiErrorOf(error)` gives the ApiError. Such errors are axios' own: they show the request and its credentials.
   * `'observe'`: nothing changes; hooks are told, and `apiErrorOf` answers for the response and the error. Stands beside any other.
   */
  readonly mode?: 'replace' | 'attach' | 'observe' | undefined
  /**
   * What `originOf(error)` keeps, for as long as the error lives. `'all'` (the default): axios' error, response and config, which
   * axios-retry and axios-auth-refresh need. `'text'`: headers, and at most 64 KiB of the body's text.
   */
  readonly keep?: 'all' | 'text' | undefined
  /** What repeats, refreshes and cools down, from `createRecovery`. It alone repeats then. */
  readonly recovery?: Recoverer | undefined
}

/** What an installation goes by; a second one with the same providers and mode renews it. */
export interface Settings {
  readonly classify: Judging
  readonly report: (error: unknown, at: string) => void
  readonly mode: 'replace' | 'attach' | 'observe'
  readonly keep: 'all' | 'text'
  readonly recovery: Recoverer | undefined
  /** The one provider's id, when the instance has only one. */
  readonly provider: string | undefined
  readonly idempotencyHeader: string | undefined
  /** The providers' ids, in order. */
  readonly ids: string
}

/**
 * Options, checked.
 *
 * @throws TypeError that names the option, when one is malformed
 */
export function settingsOf(providers: Provider | readonly Provider[], options: InstallOptions): Settings {
  checkClassifierOptions(options, { mode: ['replace', 'attach', 'observe'], keep: ['all', 'text'] })
  const { mode = 'replace', keep = 'all', recovery, ...others } = ownOptions(options)
  const { classify, report } = createJudging(providers, others)
  const ids = [providers].flat().map(({ id }) => `\`${id}\``)
  const { id: provider, idempotencyHeader } = 'id' in providers ? providers : ({} as Partial<Provider>)
  return { classify, report, mode, keep, recovery, provider, idempotencyHeader, ids: ids.join(', ') || 'no provider' }
}

/** One kind of an instance's interceptors, as it is called here. */
interface Interceptors {
  handlers?: ({ readonly fulfilled?: unknown } | null)[] | null
  use(onFulfilled: unknown, onRejected: unknown, options?: unknown): number
  eject(id: number): void
}

/** An interceptor that can be put in its place, and taken away again. */
export interface Slot {
  /** Does nothing while it is there. */
  use(): void
  /** Takes away this interceptor, and nothing else. */
  eject(): void
}

/**
 * A place among an instance's interceptors. `clear()` takes interceptors away without telling, and before axios 1.20 an id is an index,
 * which another interceptor may have by then: so it is always the function itself that is looked for.
 */
export function slotOf(among: InterceptorsLike, fulfilled: unknown, rejected?: unknown, options?: object): Slot {
  const manager = among as unknown as Interceptors
  let id: number | undefined
  const position = (): number => manager.handlers?.findIndex((each) => each?.fulfilled === fulfilled) ?? -1
  return {
    use() {
      const isThere = manager.handlers ? position() >= 0 : id !== undefined
      if (!isThere) id = manager.use(fulfilled, rejected, options)
    },
    eject() {
      const at = position()
      if (manager.handlers ? at === id : id !== undefined) manager.eject(id as number)
      else if (manager.handlers && at >= 0) manager.handlers[at] = null // as axios does
      id = undefined
    },
  }
}

/** axios itself, where more is needed of it than an instance has. */
export const load = (): Promise<Record<'AxiosError' | 'CanceledError' | 'getAdapter', unknown>> => import('axios')

type Name = 'config' | 'response'
type AxiosErrorClass = new (
  message: string,
  code: string,
  config: unknown,
  request: unknown,
  response: unknown,
) => AxiosError

/** What plug-ins have assigned. Apart, since an own property is shown by loggers. */
const assigned = new WeakMap<object, Partial<Record<Name, unknown>>>()

function liveProperty(name: Name): PropertyDescriptor {
  return {
    configurable: true,
    get(this: object) {
      const own = assigned.get(this)
      if (own !== undefined && name in own) return own[name]
      const { error, response } = originOf(this) as { error?: AxiosError; response?: AxiosResponse }
      return name === 'response' ? response : (error?.config ?? response?.config)
    },
    set(this: object, value: unknown) {
      assigned.set(this, { ...assigned.get(this), [name]: value })
    },
  }
}

/**
 * What the ApiErrors of axios inherit from. axios-retry and axios-auth-refresh read `config` and `response` of an error, assign to them,
 * and send `config` again: so both are the live objects. They are getters of the prototype, where no logger looks.
 */
export const prototype: object = Object.create(apiErrorPrototype, {
  // `inspect` shows the getters of a prototype whose class it does not know, and calls them when it is told to.
  constructor: { value: Error, writable: true, configurable: true },
  config: liveProperty('config'),
  response: liveProperty('response'),
})

/**
 * The response behind an error of an instance with `installApiErrors`: not redacted, for reading more than an ApiError tells.
 *
 * @param error what a call rejected with, in any `mode`
 * @returns undefined when no answer came, for errors that are no ApiErrors or came through another client, and with `keep: 'text'`
 * @example
 * const limit = axiosResponseOf<{ limit: number }>(error)?.data.limit
 */
export function axiosResponseOf<T = unknown>(error: unknown): AxiosResponse<T> | undefined {
  const { response } = originOf(apiErrorOf(error))
  return typeof response === 'object' && response !== null && 'config' in response
    ? (response as AxiosResponse<T>)
    : undefined
}

/** The classes that were found. */
const classes = new WeakMap<object, AxiosErrorClass | undefined>()

/**
 * The error that axios would have rejected an answer with, were its status at fault: of the very copy of axios that the instance belongs to.
 *
 * @returns the ApiError where there is no axios to be had
 */
export async function axiosErrorFor(instance: object, apiError: ApiError, response: AxiosResponse): Promise<Error> {
  const AxiosError = await axiosErrorClassFor(instance)
  return AxiosError === undefined
    ? apiError
    : new AxiosError(apiError.message, 'ERR_BAD_RESPONSE', response.config, response.request, response)
}

/** The class of the errors of the very copy of axios that an instance belongs to. */
export async function axiosErrorClassFor(instance: object): Promise<AxiosErrorClass | undefined> {
  if (!classes.has(instance)) classes.set(instance, await axiosErrorClassOf(instance))
  return classes.get(instance)
}

/**
 * A program may hold two copies of axios, an ES module and a CommonJS one. An option that is malformed on purpose makes the instance
 * reject with an error of its own, before any interceptor runs and anything is sent.
 */
async function axiosErrorClassOf(instance: {
  request?(config: object): unknown
}): Promise<AxiosErrorClass | undefined> {
  try {
    await instance.request?.({ transitional: { silentJSONParsing: 'no' } })
  } catch (error) {
    const { code, constructor } = error as AxiosError & { constructor: AxiosErrorClass }
    if (code === 'ERR_BAD_OPTION_VALUE') return constructor
  }
  return load().then(
    ({ AxiosError }) => AxiosError as AxiosErrorClass,
    () => undefined,
  )
}

/** axios-auth-refresh asks `error.request.status`: by 0 a browser says that no answer came. It stands where no view looks. */
export function mirrorStatus(error: AxiosError | undefined, { request }: ApiError): void {
  const { status } = (error?.request ?? {}) as { readonly status?: unknown }
  if (typeof status === 'number') Object.defineProperty(request, 'status', { value: status, configurable: true })
}
