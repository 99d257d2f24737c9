import { cellText, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** Markdown with bold captions and the value below each: `**Numeric Code**`, `**Symbolic Error Code**`, `**Description**`. */
export function readMarkdownSections(
  snapshot: Snapshot,
  files: RegExp,
  more: (symbol: string) => Partial<Entry>,
): Entry[] {
  const entries: Entry[] = []
  for (const [path, text] of snapshot.read(snapshot.list(files)))
    for (const [, code = '', symbol = '', description = ''] of text.matchAll(
      /\*\*Numeric Code\*\*\s+(\d+)\s+\*\*Symbolic Error Code\*\*\s+(.+)\s+\*\*Description\*\*\s+(.+)/g,
    )) {
      const en = cellText(plain(description))
      const named = /^\w+$/.test(symbol.trim()) ? symbol.trim() : ''
      if (en !== '') entries.push({ code, zh: '', en, path, ...(named === '' ? {} : { tail: named, ...more(named) }) })
    }
  return entries
}

/** Markdown without its marks and links. */
export function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\\([\\_*|<>{}[\]()#.!-])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}
