import type { ApiError } from '../error/api-error.ts'
import type { Origin } from '../error/origin-of.ts'
import type { Provider } from '../provider/provider.ts'
import type { Reason } from '../taxonomy/reason.ts'

/** Which errors go on untouched, as if they were none: by reason, or by a question. */
export type Pass = readonly Reason[] | ((error: ApiError) => boolean)

/** Where a defect arose: something of the provider's or the user's that threw. */
export interface Defect {
  readonly error: unknown
  /** Such as `bilibili api` for a dialect, or the hook's name. */
  readonly at: string
}

/** What `createClassifier` and every adapter take. */
export interface ClassifierOptions {
  /**
   * Lists only: who judges unknown hosts. `'status'` (the default): 4xx and 5xx become ApiErrors by protocol and status.
   * A provider, such as `generic`: it judges them, and its message rules read what the tables of the others do not know.
   * `false`: their answers and failures stay untouched.
   */
  readonly fallback?: 'status' | Provider | false
  readonly pass?: Pass
  /** Told of every ApiError that is not passed. */
  readonly onError?: (error: ApiError) => void
  /** Told of every error whose code no table knows: a row is missing. */
  readonly onUnknownCode?: (error: ApiError) => void
  /** Told of what threw beside the way: a provider's function, or a hook. Without it, the first is a `console.warn`. */
  readonly onDefect?: (defect: Defect) => void
}

/** What one call may add. */
export interface PerCall {
  /** Instead of the classifier's own `pass`. */
  readonly pass?: Pass | undefined
  /** What `originOf` shall give for the error. */
  readonly origin?: Origin | undefined
  /** For adapters whose errors have getters of their own: inherits from `apiErrorPrototype`. */
  readonly prototype?: object | undefined
}
