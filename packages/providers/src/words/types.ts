import type { Reason } from '@unifault/core'

/** What a reader of words is given: the message and the code as they were sent, and the HTTP status. */
export interface Text {
  /** The provider's words. */
  readonly message?: string
  /** The provider's code. */
  readonly code?: string
  /** The HTTP status. */
  readonly status: number
}

/** What the words mean; `confidence` is the probability that the category is right. */
export interface Reading {
  /** The reason, or `ok`. */
  readonly reason: Reason | 'ok'
  /** From 0 to 1. */
  readonly confidence: number
}

/** A reader of words: total, and silent where the words tell nothing. */
export interface Words {
  /** Says what a text means; undefined when the words tell nothing. */
  read(text: Text): Reading | undefined
}
