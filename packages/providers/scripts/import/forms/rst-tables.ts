/** A row of a table: its cells by the caption of their column. */
export type TableRow = Readonly<Record<string, string>>

/** The rows of all grid tables (`+---+`) and simple tables (`=== ===`) of a reStructuredText file. */
export function readRstTables(text: string): TableRow[] {
  const lines = text.split('\n')
  const rows: TableRow[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.trim()
    if (/^\+-[-+]+\+$/.test(line)) {
      let end = at
      while (/^[+|]/.test(lines[end]?.trim() ?? '')) end++
      rows.push(...gridRows(lines.slice(at, end).map((one) => one.trim())))
      at = end
    } else if (/^=+(?: +=+)+$/.test(line)) {
      const end = lines.findIndex((one, index) => index > at + 1 && one.trim() === line && lines[index + 1]?.trim() !== '' ? false : index > at + 1 && one.trim() === line && index !== at)
      const last = lines.findIndex((one, index) => index > end && one.trim() === line)
      const stop = last < 0 ? end : last
      if (stop > at) {
        rows.push(...simpleRows(lines.slice(at, stop + 1)))
        at = stop
      }
    }
  }
  return rows
}

function gridRows(lines: readonly string[]): TableRow[] {
  const border = lines[0]!
  const edges = [...border.matchAll(/\+/g)].map((match) => match.index)
  const head = lines.findIndex((line) => /^\+=/.test(line))
  const groups: string[][] = [[]]
  for (const line of lines.slice(1)) if (/^\+[-=]/.test(line)) groups.push([]); else groups.at(-1)!.push(line)
  const cells = groups
    .filter((group) => group.length > 0)
    .map((group) =>
      edges.slice(1).map((edge, column) =>
        group
          .map((line) => line.slice(edges[column]! + 1, edge).trim())
          .filter((part) => part !== '')
          .join(' '),
      ),
    )
  return head < 0 ? [] : byCaption(cells)
}

function simpleRows(lines: readonly string[]): TableRow[] {
  const columns = [...lines[0]!.matchAll(/=+/g)].map((match) => match.index)
  const cells: string[][] = []
  for (const line of lines.slice(1)) {
    if (/^\s*=/.test(line) || line.trim() === '') continue
    const parts = columns.map((start, index) => line.slice(start, columns[index + 1] ?? line.length).trim())
    if (parts[0] === '' && cells.length > 1) parts.forEach((part, index) => part !== '' && (cells.at(-1)![index] += ` ${part}`))
    else cells.push(parts)
  }
  return byCaption(cells)
}

function byCaption([captions = [], ...cells]: readonly (readonly string[])[]): TableRow[] {
  return cells.map((row) => Object.fromEntries(captions.map((caption, index) => [caption, row[index] ?? ''])))
}
