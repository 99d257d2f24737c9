// Learns the words model anew from the catalog and writes it: `pnpm catalog --train`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelText } from '../../src/words/decode.ts'
import { calibrate } from './calibrate.ts'
import { crossValidate } from './cross-validate.ts'
import { encode, moduleOf } from './encode.ts'
import { type LearnOptions, learn } from './learn.ts'
import { type Row, digestOf, limitRows, readRows } from './rows.ts'
import { samplesOf } from './samples.ts'
import { type Sentence, readSentences } from './sentences.ts'

export const modelFile: string = join(import.meta.dirname, '../../src/words/model.ts')

/** The model of these rows and sentences: the same bytes whenever it is asked. */
export function train(
  rows: readonly Row[],
  sentences: readonly Sentence[],
  options?: Partial<LearnOptions>,
): ModelText {
  const calibration = calibrate(crossValidate(rows, sentences, options))
  const taught = limitRows(rows)
  const digest = digestOf([
    ...taught.map((row) => [row.provider, row.dialect, row.code, row.when, row.reason, row.zh, row.en].join('\t')),
    ...sentences.map(({ reason, text }) => `${reason}\t${text}`),
  ])
  return encode(learn(samplesOf(taught, sentences), options), calibration, taught.length + sentences.length, digest)
}

if (import.meta.main) {
  const text = moduleOf(train(readRows(), readSentences()))
  const isNew = readFileSync(modelFile, 'utf8') !== text
  writeFileSync(modelFile, text)
  console.log(`${isNew ? 'wrote' : 'nothing new in'} ${modelFile} (${text.length} letters)`)
}
