// A document as every reader of a form gives it: headings, tables and lines, in their order.

/** One row of a table, and the line of the document that it begins on. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly kind: 'table'
  readonly line: number
  /** How many rows the document marks as captions; undefined where its form cannot mark any. */
  readonly captions: number | undefined
  readonly rows: readonly Row[]
}

export interface Heading {
  readonly kind: 'heading'
  readonly line: number
  /** From 1 on; a deeper one is a larger number. */
  readonly level: number
  readonly text: string
}

/** A line of running text; an empty one separates. */
export interface Line {
  readonly kind: 'line'
  readonly line: number
  readonly text: string
}

export type Block = Table | Heading | Line

/** A list item or a definition: what stands out at its beginning, and the rest. A run of them is a table without captions. */
export function tableOfPairs(pairs: readonly Row[]): Table {
  return { kind: 'table', line: pairs[0]?.line ?? 1, captions: 0, rows: pairs }
}

/** Text without doubled space, invisible characters and ends. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export const han: RegExp = /\p{Script=Han}/u

/** A text without the signs that end it: by hand, since a document may have any number of them. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0 && sign.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
