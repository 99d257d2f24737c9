// A code table as the text of a TSV file, and the compact form that it is kept in.
import { letters, okLetter } from './codes.ts'
import type { Texts } from './explain.ts'
import { type Outcome, reasons } from './reasons.ts'

/** The letter that stands for an outcome in the compact form. */
export function letterOf(outcome: Outcome): string {
  return outcome === 'ok' ? okLetter : letters.charAt(reasons.indexOf(outcome))
}

/** Whether a text is a TSV table with a header row: generated rows have no tab in their first line. */
export function isTable(text: string): boolean {
  return text.slice(0, Math.max(0, text.indexOf('\n'))).includes('\t')
}

/**
 * The rows of a TSV text: a header row that names at least `code` and `reason`, in any order; `when` is read too.
 *
 * @throws TypeError that names line and column of the first fault
 */
export function parseTable(text: string): { code: string; outcome: Outcome; when: string | undefined }[] {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const names = head.split('\t').map((name) => name.trim())
  const columns = ['code', 'reason', 'when'].map((name) => names.indexOf(name))
  for (const [index, name] of ['code', 'reason'].entries())
    if (columns[index] === -1)
      throw new TypeError(`line 1 must have a column \`${name}\`, got ${JSON.stringify(names)}`)
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const [code = '', outcome, when] = columns.map((at) =>
      cells[at]?.replace(/\\([tn\\])/g, (_escape, sign) => ({ t: '\t', n: '\n' })[sign as string] ?? '\\'),
    )
    const at = (name: string): string => `line ${index + 2}, column \`${name}\``
    if (code === '' || code.split('*').length > 2 || /[\t\n]/.test(code))
      throw new TypeError(`${at('code')} must be a code with at most one \`*\`, got ${JSON.stringify(code)}`)
    if (outcome !== 'ok' && !reasons.includes(outcome as never))
      throw new TypeError(`${at('reason')} must be a reason or \`ok\`, got ${JSON.stringify(outcome ?? '')}`)
    return { code, outcome: outcome as Outcome, when: when || undefined }
  })
}

/** The rows of a TSV text in the compact form of generated tables. */
export function encodeTable(text: string): string {
  return parseTable(text)
    .map(({ code, outcome, when }) => `\n${letterOf(outcome)}${code}${when === undefined ? '' : `\t${when}`}`)
    .join('')
}

/**
 * The texts of one's own TSV table in one language, for `explain`: the column `zh` or `en` beside `code`, and `fix-zh` or `fix-en` for
 * `remedyOf`.
 *
 * @param provider the provider's id, and the dialect's name where it has one
 * @throws TypeError that names line and column of the first fault
 * @example
 * const texts = textsOf(tsv, 'en', 'gateway')
 * explain(error, texts)
 */
export function textsOf(tsv: string, language: 'zh' | 'en', provider: string, dialect = 'envelope'): Texts {
  const [head = '', ...lines] = tsv.replace(/\r?\n$/, '').split(/\r?\n/)
  const names = head.split('\t').map((name) => name.trim())
  const rows = parseTable(tsv)
  const column = (name: string): string =>
    rows
      .map(({ code, when }, index) => [code, when ?? '', lines[index]?.split('\t')[names.indexOf(name)]?.trim() ?? ''])
      .filter(([, , text]) => text !== '')
      .map((cells) => cells.join('\t'))
      .join('\n')
  return { provider, language, dialects: { [dialect]: column(language) }, remedies: { [dialect]: column(`fix-${language}`) } }
}
