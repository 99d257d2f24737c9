import type { Dialect, Place } from '@unifault/core'
import { CodeTable, everyRow } from '../../../core/src/codes.ts'
import { isStates } from '../../../core/src/dialect.ts'
import { isPlainInteger } from '../encode-rows.ts'
import type { DialectRule } from './rule.ts'

/** A dialect whose codes are numbers says which of them are a success. */
export const dialectSuccess: DialectRule = (provider) =>
  provider.dialects
    .filter(isOpenToSuccess)
    .map(({ name }) => `${provider.id} ${name} has numbers for codes and does not say which of them are a success`)

/**
 * Whether an envelope with a table could take a success for an error: neither `success` nor an `ok` row tells them apart,
 * a success may be in it, and its codes are numbers. Words name failures. Only a failure is in an envelope
 * that asks for certain values, or whose code places are named after an error or cut the code out of a text.
 */
function isOpenToSuccess(dialect: Dialect): boolean {
  const { success, requires, code } = dialect
  const rows = [...everyRow(new CodeTable(dialect.codes ?? {}))]
  if (code === undefined || success !== undefined || rows.some(({ outcome }) => outcome === 'ok')) return false
  const asksForValues = isStates(requires)
  const isOfFailures = [code]
    .flat<(Place | readonly Place[])[]>()
    .every((place) => typeof place === 'object' || /err|fault|exception/i.test(place))
  return !asksForValues && !isOfFailures && rows.some((row) => isPlainInteger(row.code))
}
