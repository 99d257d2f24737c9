import { readApiErrors } from '@unifault/core/adapter'
import type { BeforeErrorHook } from 'ky'
import type { Call } from './call.ts'
import { composeRetry } from './compose-retry.ts'
import { examiningFetch } from './examining-fetch.ts'
import { finishError } from './finish-error.ts'
import { judgingParseJson } from './judging-parse-json.ts'

/** On functions among the options of a call that is ours: the second of two wrappings, by whichever copy of the package, stands back. */
const mark = Symbol.for('unifault.ky')

/**
 * Makes one call ours, in its init hook.
 *
 * @param place the hook that our own `beforeError` replaces
 * @throws TypeError when `context.apiErrors` is malformed
 */
export function prepareCall(given: Omit<Call, 'perCall'>, place: BeforeErrorHook): void {
  const { options } = given
  if (options.throwHttpErrors === false || isMarked(options.fetch) || isMarked(options.parseJson)) return
  const perCall = readApiErrors(
    Object.getOwnPropertyDescriptor(options.context ?? {}, 'apiErrors')?.value,
    'context.apiErrors',
  )
  if (perCall === undefined) return
  const call: Call = { ...given, perCall }
  if (call.mode === 'parseJson') options.parseJson = marked(judgingParseJson(call))
  else options.fetch = marked(examiningFetch(call))
  options.retry = composeRetry(call)
  // The hooks are this call's own copy.
  const hooks = ((options.hooks ??= {}).beforeError ??= [])
  const index = hooks.indexOf(place)
  hooks[index < 0 ? hooks.length : index] = finishError(call) // a child instance may have cleared them
}

function isMarked(option: object | undefined): boolean {
  return option !== undefined && mark in option
}

function marked<Option extends object>(option: Option & { [mark]?: boolean }): Option {
  option[mark] = true
  return option
}
