// How well the generic provider's word table does on the catalog's own texts: `node measure-words.ts` prints it,
// `node measure-words.ts <reason>` lists what the rules of that reason claim wrongly.
import type { Reason } from '../../core/src/reasons.ts'
import { traits } from '../../core/src/reasons.ts'
import { reasonOfWords } from '../src/generic/message-words.ts'
import { readCatalog } from './read-catalog.ts'

export type Language = 'zh' | 'en'

/** A labelled sentence, and what the words made of it. */
export interface Labelled {
  readonly language: Language
  readonly text: string
  readonly reason: Reason
  readonly claimed: Reason | undefined
}

/** How many sentences there are, how many the words claim, and how many of those are in the right category. */
export interface Measure {
  readonly sentences: number
  readonly claimed: number
  readonly right: number
}

function categoryOf(reason: Reason): string | undefined {
  return traits[reason as keyof typeof traits]?.[0]
}

/** Every sentence of the catalog once for each reason that it stands for. */
export function labelledSentences(): Labelled[] {
  const found = new Map<string, Labelled>()
  for (const { rows } of readCatalog())
    for (const row of rows) {
      if (row.reason === 'ok' || row.reason === 'unknown') continue
      for (const language of ['zh', 'en'] as const) {
        const text = row[language]
        const reason = row.reason as Reason
        found.set(`${language} ${reason} ${text}`, { language, text, reason, claimed: reasonOfWords(text, 200) })
      }
    }
  return [...found.values()]
}

/** Coverage and precision by category; of a category's precision what the words put into it, of its coverage what is in it. */
export function measureWords(sentences: readonly Labelled[]): Measure {
  let claimed = 0
  let right = 0
  for (const one of sentences) {
    if (one.claimed === undefined) continue
    claimed++
    if (categoryOf(one.claimed) === categoryOf(one.reason)) right++
  }
  return { sentences: sentences.length, claimed, right }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}

function print(): void {
  const all = labelledSentences()
  const lines: Record<string, unknown>[] = []
  for (const language of ['zh', 'en'] as const) {
    const sentences = all.filter((one) => one.language === language)
    for (const category of ['auth', 'rate-limit', 'param', 'server', undefined]) {
      const within = sentences.filter((one) => category === undefined || categoryOf(one.reason) === category)
      const put = sentences.filter(
        ({ claimed }) => claimed !== undefined && (category === undefined || categoryOf(claimed) === category),
      )
      const covered = measureWords(within)
      lines.push({
        language,
        category: category ?? 'all',
        sentences: covered.sentences,
        coverage: share(covered.claimed, covered.sentences),
        recall: share(covered.right, covered.sentences),
        precision: share(measureWords(put).right, put.length),
      })
    }
  }
  console.table(lines)
  const [reason] = process.argv.slice(2)
  for (const { language, text, reason: label, claimed } of all)
    if (claimed !== undefined && claimed === reason && categoryOf(claimed) !== categoryOf(label))
      console.log(`${language} ${label}: ${text}`)
}

if (import.meta.main) print()
