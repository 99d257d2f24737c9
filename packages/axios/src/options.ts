// What `installApiErrors` takes and gives, and what a call's config may say.
import type { ClassifierOptions, PerCall, Provider } from '@unifault/core'
import { checkClassifierOptions, createJudging, type Judging, ownOptions, type Recoverer } from '@unifault/core/adapter'
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
