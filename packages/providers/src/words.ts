import { model } from './words/model.ts'
import { readerOf } from './words/reader.ts'
import type { Words } from './words/types.ts'

export type { Reading, Text, Words } from './words/types.ts'

/**
 * Reads what no table knows: a linear model that has learned from the catalog what sentences and identifiers mean. The
 * confidence is the probability that the category is right; a finer reason is named only where it is right four times of
 * five, else the plainest of the category. It never throws, and says nothing where it is given no words.
 *
 * @example
 * const classify = createClassifier(stripe, { words })
 */
export const words: Words = /* @__PURE__ */ readerOf(model)
