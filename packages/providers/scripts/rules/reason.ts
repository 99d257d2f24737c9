import { reasons } from '../../../core/src/reasons.ts'
import { ofRows, type TableRule } from './rule.ts'

function didYouMean(reason: string): string {
  const near = reasons.find((one) => one.startsWith(reason.slice(0, 5)) || one.endsWith(reason.slice(-6)))
  return near === undefined ? '' : `; did you mean ${near}?`
}

/** A reason is one of the closed list, or `ok`. */
export const reason: TableRule = {
  check: ofRows(({ reason: given }) =>
    given === 'ok' || reasons.includes(given as never) ? [] : [`has the unknown reason ${given}${didYouMean(given)}`],
  ),
}
