/** What a dialect found wrong in an answer, in the provider's own words; nothing of it is scrubbed yet. */
export interface Fault {
  /** The most specific code. */
  readonly code?: string | undefined
  /** The wrapper's code around it. */
  readonly outerCode?: string | undefined
  /** Every code in turn, most specific first, where there are more than these two. */
  readonly codes?: readonly string[] | undefined
  readonly message?: string | undefined
  readonly requestId?: string | undefined
  readonly param?: string | undefined
  /** How long the body asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined
  readonly issues?:
    | readonly {
        readonly param?: string | undefined
        readonly code?: string | undefined
        readonly message?: string | undefined
      }[]
    | undefined
}

/** A dialect's judgement: undefined when the answer is not in this dialect. A success counts only below HTTP 400. */
export type Verdict = undefined | 'success' | Fault
