import { words } from '../../src/words.ts'
import type { CatalogTable } from '../read-catalog.ts'
import type { Outcome } from './taxonomy.ts'
import { learnWords, pieces } from './learned-words.ts'
import type { ProposeByWords } from './propose-reason.ts'

/** Rows of one provider count at most this much together, so that none drowns the others. */
const mostPerProvider = 1000

/**
 * Two readers of words, one that learns from the rows as they are now, and the model that is published:
 * where they agree the words are surer, where they differ less sure. `untrusted` names rows that words alone have decided.
 */
export function createProposeByWords(
  tables: readonly CatalogTable[],
  untrusted: (table: CatalogTable, code: string) => boolean = () => false,
): ProposeByWords {
  const rows = [...Map.groupBy(tables, ({ provider }) => provider).values()].flatMap((ofProvider) => {
    const trusted = ofProvider.flatMap((table) =>
      table.rows.filter(({ code, reason }) => !code.includes('*') && reason !== 'unknown' && !untrusted(table, code)),
    )
    return trusted.map((row) => ({ ...row, weight: Math.min(1, mostPerProvider / trusted.length) }))
  })
  const learned = learnWords(rows)
  return (text, code) => {
    const guess = learned(text, code)
    if (guess === undefined) return undefined
    const worded = /[A-Za-z]{3}/.test(code) ? pieces(code).join(' ') : ''
    const rules = [text, worded].map((message) => (message === '' ? undefined : surelyRead(message)))
    const sure = guess.confidence
    const agrees = (reason: Outcome | undefined): boolean => reason === guess.reason
    if (rules.some(agrees)) return { reason: guess.reason, confidence: 1 - (1 - sure) * 0.5 }
    if (rules.some((one) => one !== undefined)) return { reason: guess.reason, confidence: sure * 0.9 }
    return guess
  }
}

/** What the published model is sure of. */
function surelyRead(message: string): Outcome | undefined {
  const said = words.read({ message, status: 200 })
  return said !== undefined && said.confidence >= 0.85 ? said.reason : undefined
}
