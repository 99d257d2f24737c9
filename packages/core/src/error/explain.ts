import type { ApiError } from './api-error.ts'

/** What one provider's codes mean in one language, as `@unifault/providers/<id>/texts/<language>` exports it. */
export interface Texts {
  readonly provider: string
  readonly language: string
  /** Dialect → lines of `code TAB when TAB text`, as generated from the catalog. */
  readonly dialects: Readonly<Record<string, string>>
}

const decoded = new WeakMap<Texts, Map<string, string>>()

function decode(texts: Texts): Map<string, string> {
  const meanings = new Map<string, string>()
  for (const [dialect, lines] of Object.entries(texts.dialects))
    for (const line of lines.split('\n')) {
      const cut = line.lastIndexOf('\t')
      meanings.set(`${dialect}\t${line.slice(0, cut)}`, line.slice(cut + 1))
    }
  decoded.set(texts, meanings)
  return meanings
}

/**
 * What the error's code means according to the catalog, in the language of the given texts.
 *
 * @param texts one set of texts, or several; the first that knows the error's row answers
 * @returns undefined when the error was not decided by a row, or no text knows it
 * @example
 * import { texts } from '@unifault/providers/bilibili/texts/zh'
 * explain(error, texts) // '账号未登录'
 */
export function explain(error: ApiError, texts: Texts | readonly Texts[]): string | undefined {
  const { provider, matchedBy } = error
  if (matchedBy.row === undefined) return undefined
  const key = `${matchedBy.dialect}\t${matchedBy.row.code}\t${matchedBy.row.when ?? ''}`
  for (const one of Array.isArray(texts) ? (texts as readonly Texts[]) : [texts as Texts]) {
    const meaning = one.provider === provider ? (decoded.get(one) ?? decode(one)).get(key) : undefined
    if (meaning !== undefined) return meaning
  }
  return undefined
}
