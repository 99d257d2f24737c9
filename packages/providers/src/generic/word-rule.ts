import type { Reason } from '@unifault/core'

/** What words mean: a linear alternation, the reason that it stands for and, where not all, the HTTP statuses that it may refine. */
export type WordRule = readonly [reason: Reason, words: RegExp, statuses?: readonly number[]]
