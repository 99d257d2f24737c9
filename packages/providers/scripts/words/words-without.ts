import { type ModelText } from '../../src/words/decode.ts'
import { model as published } from '../../src/words/model.ts'
import { readerOf } from '../../src/words/reader.ts'
import type { Words } from '../../src/words/types.ts'
import { encode } from './encode.ts'
import { learn } from './learn.ts'
import { plain } from './cross-validate.ts'
import { limitRows, readRows } from './rows.ts'
import { samplesOf } from './samples.ts'
import { readSentences } from './sentences.ts'

/** A reader of words that has learned nothing from these providers; calibrated as the published one is. */
export function wordsWithout(providers: readonly string[]): Words {
  const rows = limitRows(readRows().filter(({ provider }) => !providers.includes(provider)))
  const learned: ModelText = encode(learn(samplesOf(rows, readSentences())), plain, rows.length, '')
  return readerOf({ ...learned, temperature: published.temperature, sureFrom: published.sureFrom })
}
