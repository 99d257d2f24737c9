import { own } from '../reading/own.ts'
import type { Fault } from './verdict.ts'

/** A fault with every property of its own: what `Object.prototype` was polluted with is none of them. */
export class WholeFault implements Fault {
  readonly code: Fault['code']
  readonly outerCode: Fault['outerCode']
  readonly codes: Fault['codes']
  readonly message: Fault['message']
  readonly requestId: Fault['requestId']
  readonly param: Fault['param']
  readonly waitMs: Fault['waitMs']
  readonly issues: Fault['issues']

  /** `fault` must have all of them itself: an inherited one would be taken for its own. */
  constructor(fault: Required<Fault>) {
    this.code = fault.code
    this.outerCode = fault.outerCode
    this.codes = fault.codes
    this.message = fault.message
    this.requestId = fault.requestId
    this.param = fault.param
    this.waitMs = fault.waitMs
    this.issues = fault.issues
  }
}

/** What a fault has itself. */
export function wholeFault(fault: Fault): WholeFault {
  const read = <K extends keyof Fault>(name: K): Fault[K] => own(fault, name) as Fault[K]
  return new WholeFault({
    code: read('code'),
    outerCode: read('outerCode'),
    codes: read('codes'),
    message: read('message'),
    requestId: read('requestId'),
    param: read('param'),
    waitMs: read('waitMs'),
    issues: read('issues'),
  })
}
