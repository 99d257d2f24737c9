import type { Reason } from '@unifault/core'

/** What a reader of words is given: the message and the code as they were sent, and the HTTP status. */
export interface Text {
  readonly message?: string
  readonly code?: string
  readonly status: number
}

/** What the words mean; `confidence` is the probability that the category is right. */
export interface Reading {
  readonly reason: Reason | 'ok'
  readonly confidence: number
}

/** A reader of words: total, and silent where the words tell nothing. */
export interface Words {
  read(text: Text): Reading | undefined
}
