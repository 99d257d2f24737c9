import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../src/words/outputs.ts'

/** A sentence written by hand: what back ends say that no list describes, and what successes say. */
export interface Sentence {
  readonly reason: Outcome
  readonly text: string
  /** The line of the file, so that a whole line can be left out. */
  readonly line: number
  /** How many sentences its line stands for. */
  readonly among: number
}

/** Where the sentences stand: a reason, a tab, and sentences in which `{a|b}` stands for either. */
const sentencesFile: string = join(import.meta.dirname, 'sentences.tsv')

export function expand(pattern: string): string[] {
  const open = pattern.indexOf('{')
  if (open < 0) return [pattern]
  const close = pattern.indexOf('}', open)
  if (close < 0) throw new TypeError(`expected } in ${pattern}`)
  const ends = expand(pattern.slice(close + 1))
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => ends.map((end) => pattern.slice(0, open) + choice + end))
}

export function readSentences(file: string = sentencesFile): Sentence[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .flatMap((line, index) => {
      const [reason = '', pattern = ''] = line.split('\t')
      const texts = [...new Set(expand(pattern))]
      return texts.map((text) => ({ reason: reason as Outcome, text, line: index, among: texts.length }))
    })
}
