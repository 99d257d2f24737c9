// The file of words: what each row says, and where it stands, so that rows are found by their words without reading them all.

/** As much of a provider's file as is searched. */
export interface ProviderRows {
  readonly id: string
  readonly dialects: readonly {
    readonly name: string
    readonly rows: readonly { readonly code: string; readonly zh?: string; readonly en?: string }[]
  }[]
}

/** A text as a cell: in lower case; what parts cells and lines is a space. */
function cell(text = ''): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}

/**
 * The words of all rows, in two parts that an empty line parts. First a line a dialect: the provider, the dialect's name, the byte at
 * which its first row begins in the provider's file, and the bytes that its lines have in the second part. There, a line a row: the
 * row's length in bytes, its code, zh and en. The rows of a dialect follow each other in the provider's file, a comma between two.
 *
 * @param files what is published of each provider: its data, and those as the text that is written
 */
export function wordsFile(files: Iterable<readonly [data: ProviderRows, text: string]>): string {
  const sections: string[] = []
  const lines: string[] = []
  for (const [{ id, dialects }, text] of files) {
    let from = 0
    for (const { name, rows } of dialects.filter((dialect) => dialect.rows.length > 0)) {
      const written = rows.map((row) => JSON.stringify(row))
      const cells = rows.map(({ code, zh, en }, index) =>
        [Buffer.byteLength(written[index] ?? ''), cell(code), cell(zh), cell(en)].join('\t'),
      )
      from = text.indexOf(written.join(','), from)
      const block = `${cells.join('\n')}\n`
      sections.push([id, name, Buffer.byteLength(text.slice(0, from)), Buffer.byteLength(block)].join('\t'))
      lines.push(block)
    }
  }
  return `${sections.join('\n')}\n\n${lines.join('')}`
}
