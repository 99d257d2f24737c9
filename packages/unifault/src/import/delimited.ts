import { type Info, parse } from 'csv-parse/sync'
import { type Block, type Row, tidy } from './blocks.ts'

export type Delimiter = ',' | '\t' | ';'

/** The rows of a file with a separator. What is broken in it is read as far as it goes. */
export function readDelimited(text: string, delimiter: Delimiter = delimiterOf(text)): Block[] {
  const records = parse(text, {
    bom: true,
    delimiter,
    info: true,
    quote: delimiter === '\t' ? null : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
  }) as unknown as { record: string[]; info: Info }[]
  let line = 1
  const rows = records.map(({ record, info }): Row => {
    const row = { line, cells: record.map(tidy) }
    line = info.lines + 1
    return row
  })
  return rows.length === 0 ? [] : [{ kind: 'table', line: 1, captions: undefined, rows }]
}

/** The separator that the first lines have, and all as often. */
function delimiterOf(text: string): Delimiter {
  return likelyDelimiter(text) ?? ','
}

/** The separator that stands in nearly every line; undefined where none does. */
export function likelyDelimiter(text: string): Delimiter | undefined {
  const lines = text
    .split('\n', 200)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, ''))
  if (lines.length < 2) return undefined
  const [head = ''] = lines
  return (['\t', ',', ';'] as const).find((one) => {
    const count = head.split(one).length
    return count > 1 && lines.filter((line) => line.split(one).length === count).length >= lines.length * 0.9
  })
}
