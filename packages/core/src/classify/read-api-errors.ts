import { invalidOption, refuseUnknown } from '../provider/invalid-option.ts'
import { own } from '../reading/own.ts'
import { checkPass } from './check-classifier-options.ts'
import type { Pass, PerCall } from './classifier-options.ts'

/** What one call says of us: `false` switches us off for it, `pass` stands instead of the instance's. */
export type ApiErrorsOption = false | { readonly pass?: Pass }

/**
 * One call's option, checked.
 *
 * @param name what the client calls the option
 * @returns undefined when the call switches us off
 * @throws TypeError that names the option, when it is malformed
 */
export function readApiErrors(value: unknown, name = 'apiErrors'): PerCall | undefined {
  if (value === undefined) return { pass: undefined } // its own: none is read from a polluted `Object.prototype`
  if (value === false) return undefined
  if (typeof value !== 'object' || value === null) throw invalidOption(name, 'false or an object', value)
  refuseUnknown(value, ['pass'], `${name}.`)
  const pass = own(value, 'pass') as Pass | undefined
  checkPass(`${name}.pass`, pass)
  return { pass }
}
