import type { Reason } from '@unifault/core'
import { reasonTraits } from '../../../core/src/taxonomy/reason-traits.ts'

/** What a row may say: a reason, or that the code is no error. */
export type Outcome = Reason | 'ok'

export const reasons: readonly Reason[] = [...reasonTraits.keys()] as Reason[]

export const categoryOf = (outcome: string): string => reasonTraits.get(outcome as Reason)?.[0] ?? outcome
