// What an error means, in words for people: from the catalog's texts, else from those of its reason.
import { own } from './answer.ts'
import { type ApiError, isApiError } from './api-error.ts'
import { invalidOption } from './check.ts'
import type { Reason } from './reasons.ts'

/** What codes mean in one language, as `@unifault/providers/<id>/texts/<language>` and `@unifault/core/texts/<language>` export it. */
export interface Texts {
  /** Such as `zh` or `en`. */
  readonly language: string
  /** Whose codes they are; undefined for words about reasons. */
  readonly provider?: string | undefined
  /** Dialect → lines of `code TAB when TAB text`, as generated from the catalog. */
  readonly dialects?: Readonly<Record<string, string>> | undefined
  /** Dialect → lines of `code TAB when TAB remedy`. */
  readonly remedies?: Readonly<Record<string, string>> | undefined
  /** Reason → words. */
  readonly reasons?: Readonly<Record<Reason, string>> | undefined
}

const decoded = /* @__PURE__ */ new WeakMap<object, Map<string, string>>()

function decode(tables: Readonly<Record<string, string>>): Map<string, string> {
  let meanings = decoded.get(tables)
  if (meanings === undefined) {
    decoded.set(tables, (meanings = new Map()))
    for (const dialect of Object.keys(tables))
      for (const line of (tables[dialect] as string).split('\n')) {
        const cut = line.lastIndexOf('\t')
        meanings.set(`${dialect}\t${line.slice(0, cut)}`, line.slice(cut + 1))
      }
  }
  return meanings
}

/**
 * The text of the row that decided; of an error that a family decided, that of its very code where the texts have one: compact tables
 * leave out rows that their family decides alike.
 */
function find(error: ApiError, texts: Texts | readonly Texts[], kind: 'dialects' | 'remedies'): string | undefined {
  if (!isApiError(error)) throw invalidOption('error', 'an ApiError', typeof error)
  const { provider, matchedBy, code } = error
  const { row, dialect } = matchedBy
  if (row === undefined) return undefined
  for (const one of [texts].flat()) {
    const tables = one.provider === provider ? own(one, kind) : undefined
    if (tables === undefined) continue
    const lines = decode(tables as Readonly<Record<string, string>>)
    const found =
      (row.code.includes('*') && code !== undefined ? lines.get(`${dialect}\t${code}\t`) : undefined) ??
      lines.get(`${dialect}\t${row.code}\t${row.when ?? ''}`)
    if (found) return found
  }
  return undefined
}

/**
 * What an error means, in the language of the given texts: the row's own text where the catalog has one, else the words of the reason
 * where texts of `@unifault/core/texts/…` are among them.
 *
 * @param texts one set of texts, or several; the first that knows the error answers
 * @returns undefined when no text knows it
 * @throws TypeError when `error` is no ApiError
 * @example
 * import { texts } from '@unifault/providers/bilibili/texts/zh'
 * import { texts as words } from '@unifault/core/texts/zh'
 * explain(error, [texts, words]) // '账号未登录'
 */
export function explain(error: ApiError, texts: Texts | readonly Texts[]): string | undefined {
  return (
    find(error, texts, 'dialects') ??
    [texts]
      .flat()
      .map((one) => own(one.reasons, error.reason))
      .find((words): words is string => typeof words === 'string')
  )
}

/**
 * What the provider says to do about an error, in the language of the given texts.
 *
 * @returns undefined when the row has no published remedy
 * @throws TypeError when `error` is no ApiError
 * @example
 * remedyOf(error, texts) // '请检查 access_token 是否过期'
 */
export function remedyOf(error: ApiError, texts: Texts | readonly Texts[]): string | undefined {
  return find(error, texts, 'remedies')
}
