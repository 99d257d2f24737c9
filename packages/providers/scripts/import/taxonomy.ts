// What importers need of the taxonomy.
import type { Outcome } from '@unifault/core'
import { categoryOf as categoryOfReason } from '../../../core/src/reasons.ts'

/** The category of an outcome; `ok` is none. */
export const categoryOf = (outcome: string): string => categoryOfReason(outcome) ?? outcome

export type { Outcome }
