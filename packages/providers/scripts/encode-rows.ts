import { compileGlob } from '../../core/src/place.ts'
import { ends, firstOfEnds, lastNumber, letterOf, pieces } from '../../core/src/codes.ts'
import { type Outcome, reasons } from '../../core/src/reasons.ts'
import type { CatalogRow } from './read-catalog.ts'

/** Integers whose text is what `String(n)` gives, so that the distance between two restores it. */
export function isPlainInteger(code: string): boolean {
  return /^-?(?:0|[1-9]\d*)$/.test(code) && code !== '-0' && Number.isSafeInteger(Number(code))
}

/**
 * The rows of a table without those that its families decide alike: what the classifier needs of thousands of published codes.
 * A code that also has rows with conditions keeps all of them, and a family with a condition folds nothing.
 */
export function foldRows(rows: readonly CatalogRow[]): CatalogRow[] {
  const families = rows
    .filter(({ code }) => code.includes('*'))
    .map((row) => ({ row, matches: compileGlob(row.code) }))
    .sort((a, b) => b.row.code.length - a.row.code.length)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return rows.filter((row) => {
    if (row.code.includes('*') || row.when !== '' || byCode.get(row.code)?.length !== 1) return true
    const first = families.find(({ matches }) => matches(row.code))
    return first === undefined || first.row.when !== '' || first.row.reason !== row.reason
  })
}

/** Codes that stand among the sorted words: none of their signs ends one, or has to be escaped in a string. */
function isPlainWord({ code, when }: CatalogRow): boolean {
  return when === '' && !isPlainInteger(code) && !/[^ *+,.:\w\x80-\uffff-]/.test(code)
}

/** As many pieces as a word may share with the one before: a base-36 digit tells it. */
const mostShared = 35

/** How a word differs from the one before: by the number at its end, or by what follows the pieces that both begin with. */
function difference(before: string, word: string): string {
  const [last = ''] = lastNumber.exec(before) ?? []
  const [number = ''] = lastNumber.exec(word) ?? []
  const isNext =
    number !== '' && number.length === last.length && before.slice(0, -last.length) === word.slice(0, -number.length)
  if (isNext) return `+${distance(Number(number) - Number(last))}`
  const [a, b] = [before.match(pieces) ?? [], word.match(pieces) ?? []]
  let shared = 0
  while (shared < Math.min(a.length, mostShared) && a[shared] === b[shared]) shared++
  return shared.toString(36) + b.slice(shared).join('')
}

/** The way from one number to the next; a step of one is not told. */
function distance(step: number): string {
  return step === 1 ? '' : step.toString(36)
}

/** What ends a word: a sign of its own for the common reasons, else `~` and the letter. */
function endOf(outcome: Outcome): string {
  return (outcome !== 'ok' && ends[reasons.indexOf(outcome) - firstOfEnds]) || `~${letterOf(outcome)}`
}

/** A table in the compact form that core's code table decodes. */
export function encodeRows(rows: readonly CatalogRow[]): string {
  const letter = (row: CatalogRow): string => letterOf(row.reason as Outcome)
  const isNumber = (row: CatalogRow): boolean => row.when === '' && isPlainInteger(row.code)
  let number = 0
  const numbers = rows
    .filter(isNumber)
    .sort((a, b) => Number(a.code) - Number(b.code))
    .map((row) => {
      const step = Number(row.code) - number
      number = Number(row.code)
      return letter(row) + distance(step)
    })
  let word = ''
  const words = rows
    .filter(isPlainWord)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((row) => {
      const told = difference(word, row.code)
      word = row.code
      return told + endOf(row.reason as Outcome)
    })
  const others = rows.filter((row) => !isNumber(row) && !isPlainWord(row))
  const first = words.length === 0 ? numbers.join('') : `${numbers.join('')} ${words.join('')}`
  return first + encodeLines(others)
}

/** Rows as lines of their own, which may follow any table in the compact form. */
export function encodeLines(rows: readonly CatalogRow[]): string {
  return rows
    .map(({ code, reason, when }) => `\n${letterOf(reason as Outcome)}${code}${when === '' ? '' : `\t${when}`}`)
    .join('')
}
