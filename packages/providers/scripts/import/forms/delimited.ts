import type { TableRow } from './rst-tables.ts'

/** The rows of a file with a header and one separator; a cell in double quotes may hold it. */
export function readDelimited(text: string, separator: ',' | '\t'): TableRow[] {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const captions = cellsOf(head, separator)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = cellsOf(line, separator)
      return Object.fromEntries(captions.map((caption, index) => [caption, cells[index] ?? '']))
    })
}

function cellsOf(line: string, separator: string): string[] {
  const cells = separator === '\t' ? line.split('\t') : (`${line},`.match(/(?:"(?:[^"]|"")*"|[^,]*),/g) ?? [])
  return cells.map((cell) =>
    cell
      .replace(/,$/, '')
      .replace(/^"(.*)"$/, '$1')
      .replace(/""/g, '"')
      .trim(),
  )
}
