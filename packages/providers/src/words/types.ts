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

/** What the words mean. */
export interface Reading {
  /** The reason, or `ok`. */
  readonly reason: Reason | 'ok'
  /** The probability that the category is right, from 0 to 1. */
  readonly confidence: number
  /** The probability that the very reason is right, from 0 to 1: mostly less, since a category has several. */
  readonly share?: number
}

/** A reader of words: total, and silent where the words tell nothing. */
export interface Words {
  /** Says what a text means; undefined when the words tell nothing. */
  read(text: Text): Reading | undefined
}
