import type { ApiError } from './api-error.ts'
import type { ProviderIdentity } from './provider-identity.ts'

/** On every ApiError's prototype. Registered, so that two copies of this package and other realms agree. */
export const brand: unique symbol = Symbol.for('unifault.ApiError')

/**
 * Whether a value is an ApiError, whichever copy of this package or realm made it.
 * With a provider, also whether it came from there; with codes, also whether it has one of them.
 *
 * @example
 * if (isApiError(error, bilibili, '-101')) await signIn()
 */
export function isApiError(error: unknown): error is ApiError
export function isApiError<Id extends string, Code extends string>(
  error: unknown,
  provider: ProviderIdentity<Id, Code>,
): error is ApiError & { readonly provider: Id }
export function isApiError<Id extends string, Code extends string, C extends NoInfer<Code>>(
  error: unknown,
  provider: ProviderIdentity<Id, Code>,
  ...codes: [C, ...C[]]
): error is ApiError & { readonly provider: Id; readonly code: C }
export function isApiError(error: unknown, provider?: ProviderIdentity, ...codes: string[]): boolean {
  try {
    if (typeof error !== 'object' || error === null || (error as { [brand]?: unknown })[brand] !== true) return false
    const { provider: id, code } = error as ApiError
    return (
      (provider === undefined || provider.id === id) &&
      (codes.length === 0 || (code !== undefined && codes.includes(code)))
    )
  } catch {
    return false // a proxy whose traps throw is not ours
  }
}
