import type { Reason } from '../taxonomy/reason.ts'

/** What a row says of its code: a reason, or that it is no error. */
export type Outcome = Reason | 'ok'

/**
 * A generated code table in its compact form (see `code-table.ts`), or a literal record code → outcome.
 * The type parameter is the union of its codes.
 */
export type CodeRows<Code extends string = string> =
  | (string & { readonly '~code'?: Code })
  | { readonly [C in Code]: Outcome }
