// What a classifier and a single call may be told, and how defects of the user's or a provider's code are told.
import { checkPerCall } from '#checks'
import { isRecord, ownOptions } from './answer.ts'
import type { ApiError } from './api-error.ts'
import type { Origin } from './origin.ts'
import type { Provider, Words } from './provider.ts'
import type { Category, Reason } from './reasons.ts'
import type { Redact, RequestView } from './redact/request.ts'

/** Which errors go on untouched, as if they were none: reasons or categories, or a question. */
export type Pass = readonly (Reason | Category)[] | ((error: ApiError) => boolean)

/** What one call may say of us. */
export interface PerCallOptions {
  /** Who judges this call, whatever its host. */
  readonly provider?: Provider | undefined
  /** Instead of the classifier's own `pass`. */
  readonly pass?: Pass | undefined
  /** Repeating this request does no harm. */
  readonly idempotent?: boolean | undefined
  /** Instead of the classifier's own `fallback`. */
  readonly fallback?: Fallback | undefined
}

/** `false` switches us off for one call. */
export type PerCall = false | PerCallOptions

/** Who judges what nobody else claims: the status from 400 on, a provider such as `generic`, or nobody. */
export type Fallback = 'status' | Provider | false

/** What a hook learns beside the error. */
export interface Told {
  /** The answer had been handed on before: its body's own methods reject. */
  readonly late?: boolean | undefined
  /** How many attempts have failed, this one included, where the client tells. */
  readonly attempt?: number | undefined
  /** Whether the client repeats the request, where it tells. */
  readonly willRetry?: boolean | undefined
}

/** Where a defect arose: something of the provider's or the user's that threw. */
export interface Defect {
  /** What was thrown. */
  readonly error: unknown
  /** Such as `bilibili web` for a dialect, or the hook's name. */
  readonly at: string
}

/** An answer of JSON that nobody judged: `host`, no provider has it; `slow`, its body did not come in time. */
export interface Unjudged {
  /** Origin and path, without query. */
  readonly url: string | undefined
  /** The request's method. */
  readonly method: string
  /** The HTTP status. */
  readonly status: number
  /** The content type as it came. */
  readonly contentType: string | undefined
  /** Why nobody judged it. */
  readonly because: 'host' | 'slow'
}

/** What `createClassifier` and every adapter take. */
export interface ClassifierOptions {
  /**
   * Who reads what no provider claims. For a list, `'status'` (the default) makes ApiErrors of 4xx and 5xx of unknown hosts, a provider
   * such as `generic` also reads their bodies, and `false` leaves them untouched. For one provider it reads what that does not claim.
   */
  readonly fallback?: Fallback | undefined
  /** Reads messages and codes that no table knows; by default from a confidence of 0.6 on, and of 0.85 for one provider. */
  readonly words?: Words | { readonly model: Words; readonly atLeast: number } | undefined
  /** How texts are cleaned of secrets; `deep` of `@unifault/core/redact-deep` is the default but in browsers. */
  readonly redact?: ((request: RequestView) => Redact) | undefined
  /** Which errors go on as ordinary answers: reasons, categories, or a function of the error. Default: none. */
  readonly pass?: Pass | undefined
  /** Told of every error that is passed. */
  readonly onPass?: ((error: ApiError) => void) | undefined
  /** Told of every ApiError that is not passed. */
  readonly onError?: ((error: ApiError, told: Told) => void) | undefined
  /** Told of every error whose code no table knows: a row is missing. */
  readonly onUnknownCode?: ((error: ApiError) => void) | undefined
  /** Told of answers of JSON that nobody judged, once for each origin and first part of the path. */
  readonly onUnjudged?: ((answer: Unjudged) => void) | undefined
  /** Told of what threw beside the way: a provider's function, or a hook. Without it, the first is a `console.warn`. */
  readonly onDefect?: ((defect: Defect) => void) | undefined
}

/** What an adapter adds to one call. */
export interface Call extends PerCallOptions {
  /** What `originOf` shall give for the error. */
  readonly origin?: Partial<Origin> | undefined
  /** For adapters whose errors have getters of their own: inherits from `apiErrorPrototype`. */
  readonly prototype?: object | undefined
  /** The client accepted this status: only a code, a protocol, a message or words make the answer an error. */
  readonly accepted?: boolean | undefined
  /** What `onError` learns beside the error. */
  readonly told?: Told | undefined
  /** The error's stack begins above this function. */
  readonly caller?: unknown
  /** No hook is told: the same answer is judged a second time. */
  readonly quiet?: boolean | undefined
  /** Content of a stream had been handed on before. */
  readonly delivered?: boolean | undefined
}

/**
 * One call's option, checked.
 *
 * @param name what the client calls the option
 * @returns undefined when the call switches us off
 * @throws TypeError that names the option, when it is malformed
 */
export function readPerCall(value: unknown, name: string): PerCallOptions | undefined {
  if (value === undefined) return {}
  if (value === false) return undefined
  checkPerCall(value, name)
  return ownOptions(value as PerCallOptions)
}

/** Tells defects to the user's hook, or the first of them to the console. What the hook throws ends here: the answer goes its way. */
export function createReporter(onDefect: ((defect: Defect) => void) | undefined): (error: unknown, at: string) => void {
  let isWarned = false
  return (error, at) => {
    try {
      if (onDefect !== undefined) settle(onDefect({ error, at }), () => undefined)
      else if (!isWarned) {
        isWarned = true
        // The error's message may quote the answer: its name must do.
        const name = error instanceof Error ? error.name : typeof error
        console.warn(`unifault: ${at} threw ${name}; give \`onDefect\` to see it`)
      }
    } catch {
      // nothing of ours may reach the user's request
    }
  }
}

/** A hook may be async, also one of another realm: what it rejects with must not end the process. */
export function settle(result: unknown, onRejected: (error: unknown) => void): void {
  if (isRecord(result) && typeof result['then'] === 'function') Promise.resolve(result).then(undefined, onRejected)
}
