import { plain } from './markdown-sections.ts'
import type { TableRow } from './rst-tables.ts'

/** The rows of all tables of a Markdown file, piped or HTML; an empty cell below a code means the same code. */
export function readMarkdownTables(text: string): TableRow[] {
  return [...pipedTables(text), ...htmlTables(text)]
}

function* pipedTables(text: string): Generator<TableRow> {
  const lines = text.split('\n')
  for (let at = 1; at < lines.length; at++) {
    if (!/^[|:\-\s]*-[|:\-\s]*$/.test(lines[at]!) || !lines[at]!.includes('|') || !lines[at - 1]!.includes('|')) continue
    const captions = cellsOf(lines[at - 1]!)
    for (at++; at < lines.length && lines[at]!.includes('|'); at++) {
      const cells = cellsOf(lines[at]!)
      yield Object.fromEntries(captions.map((caption, index) => [caption, cells[index] ?? '']))
    }
  }
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replace(/\\\|/g, '|')))
}

function* htmlTables(text: string): Generator<TableRow> {
  for (const [table] of text.matchAll(/<table[\s\S]*?<\/table>/gi)) {
    const rows = [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gi)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/gi)].map(([, cell = '']) => plain(cell).replace(/\s+/g, ' ')),
    )
    const [captions = [], ...cells] = rows
    // A cell that spans rows would shift the others.
    if (/rowspan/i.test(table)) continue
    for (const row of cells)
      if (row.length === captions.length)
        yield Object.fromEntries(captions.map((caption, index) => [caption, row[index] ?? '']))
  }
}
