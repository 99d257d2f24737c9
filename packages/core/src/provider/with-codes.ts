import { isRecord } from '../reading/is-record.ts'
import { checkReason } from './check.ts'
import type { Outcome } from './code-rows.ts'
import { bindProvider } from './bind-provider.ts'
import { invalidOption } from './invalid-option.ts'
import type { Provider } from './provider.ts'

/**
 * A provider with the user's own reading of some codes, above all of its tables. The codes may be new ones.
 *
 * @throws TypeError that names the code, when an outcome is neither a reason nor `ok`
 * @example
 * const polling = withCodes(bilibili, { '86101': 'ok', '12345': 'not-found' })
 */
export function withCodes<Id extends string, Code extends string, const New extends string>(
  provider: Provider<Id, Code>,
  codes: { readonly [C in New]: Outcome },
): Provider<Id, Code | New> {
  bindProvider(provider, 'provider.')
  if (!isRecord(codes)) throw invalidOption('codes', 'a record of codes and outcomes', codes)
  const overrides = new Map(provider.overrides)
  for (const [code, outcome] of Object.entries<Outcome>(codes)) {
    checkReason(`codes['${code}']`, outcome, ['ok'])
    overrides.set(code, outcome)
  }
  return { ...provider, overrides }
}
