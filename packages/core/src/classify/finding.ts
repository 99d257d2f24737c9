import type { Evidence } from '../error/api-error.ts'
import type { Outcome } from '../provider/code-rows.ts'
import type { Row } from '../provider/code-table.ts'
import type { Fault } from '../provider/verdict.ts'

/** What was found wrong in an answer, before it is made an error. */
export interface Finding {
  readonly outcome: Outcome
  readonly by: Evidence
  readonly fault: Fault
  readonly dialect: string | undefined
  readonly row: Row | undefined
  /** A code came that no table knows. */
  readonly unmapped: boolean
}
