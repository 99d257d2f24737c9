import type { CatalogRow, CatalogTable } from './read-catalog.ts'

/** One text that rows of several dialects of a provider carry, each with its own reason. */
export interface MessageToReview {
  readonly provider: string
  readonly text: string
  readonly rows: readonly (CatalogRow & { readonly dialect: string })[]
}

/** The same words with different reasons: often right, since a code or a status says more; to be looked at by a person. */
export function messagesToReview(tables: readonly CatalogTable[]): MessageToReview[] {
  const found = new Map<string, MessageToReview>()
  for (const [provider, own] of Map.groupBy(tables, (table) => table.provider)) {
    const rows = own.flatMap(({ dialect, rows: all }) => all.map((row) => ({ ...row, dialect })))
    for (const language of ['zh', 'en'] as const)
      for (const [text, alike] of Map.groupBy(rows, (row) => plain(row[language])))
        if (alike.some((one) => alike.some((other) => one.dialect !== other.dialect && one.reason !== other.reason)))
          found.set(`${provider} ${alike.map(({ dialect, line }) => `${dialect}:${line}`).join(' ')}`, {
            provider,
            text,
            rows: alike,
          })
  }
  return [...found.values()]
}

/** Words without what is no word, so that a full stop or a capital makes no difference. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}
