// How texts, codes and questions become terms: the same way on both sides.

const runs = /\p{Script=Han}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+|[\p{L}\p{M}]+/gu
/** Words that nearly every sentence has. */
const common = new Set(
  'a an and are as at be been by can do does for from has have if in into is it its of on or so that the then there this to was were will with you your'.split(
    ' ',
  ),
)

/** The exact form of a code, as codes are looked up; the same for its anchor, which has no spaces. */
export function codeTerm(code: string): string {
  return `=${code.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_')}`
}

/**
 * The terms of a text, each once. Chinese has no spaces: every two neighbours are a term, and a single sign stands for itself.
 * Identifiers are split at every change of case or kind.
 */
export function tokensOf(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of text.normalize('NFKC').matchAll(runs)) {
    if (/^\p{Script=Han}/u.test(run)) {
      const signs = Array.from(run)
      if (signs.length === 1) found.add(run)
      for (let i = 1; i < signs.length; i++) found.add(`${signs[i - 1]}${signs[i]}`)
    } else {
      const word = run.toLowerCase()
      if (!common.has(word) && (word.length > 1 || /\p{N}/u.test(word))) found.add(word)
    }
  }
  return [...found]
}
