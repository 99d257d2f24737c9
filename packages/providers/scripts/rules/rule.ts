import type { Provider } from '@unifault/core'
import type { CatalogRow, CatalogTable } from '../read-catalog.ts'
import type { Payload } from '../read-payloads.ts'

/** Something that is wrong with a table. */
export interface Finding {
  /** The line of the file, the first is 1; of the table as a whole where it is left out. */
  readonly line?: number
  /** What is wrong, as the end of a sentence. */
  readonly what: string
}

/** One thing that must hold of every table. */
export interface TableRule {
  readonly check: (table: CatalogTable) => readonly Finding[]
  /** The rows put right, where there is but one way to do it: `pnpm catalog --fix`. */
  readonly fix?: (rows: readonly CatalogRow[]) => CatalogRow[]
}

/** One thing that must hold of every dialect: what is wrong, a sentence each. */
export type DialectRule = (provider: Provider, payloads: readonly Payload[]) => readonly string[]

/** A rule that looks at each row alone. */
export function ofRows(check: (row: CatalogRow) => readonly string[]): TableRule['check'] {
  return ({ rows }) => rows.flatMap((row) => check(row).map((what) => ({ line: row.line, what })))
}

/** The cells of a row that hold prose. */
export const prose = ['zh', 'en', 'fixZh', 'fixEn'] as const
