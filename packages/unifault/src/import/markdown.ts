import MarkdownIt from 'markdown-it'
import type { Block } from './blocks.ts'
import { readHtml } from './html.ts'

const marked = new MarkdownIt({ html: true, breaks: true })

/** Index of a line → the line of the document that it is, while a document is read. */
let lineOf: (index: number) => number = (index) => index + 1

// Every block tells the line that it stood on.
marked.core.ruler.push('lines', ({ tokens }) => {
  for (const token of tokens)
    if (token.map !== null && token.nesting >= 0 && token.type !== 'html_block')
      token.attrSet('data-line', String(lineOf(token.map[0])))
})
marked.renderer.rules['html_block'] = (tokens, index) => {
  const { content = '', map } = tokens[index] ?? {}
  return `<!--line:${lineOf(map?.[0] ?? 0)}-->${content}`
}

/** The headings, tables and lines of a Markdown document, with the HTML that stands in it. */
export function readMarkdown(text: string): Block[] {
  const lines = text.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, '')).split('\n')
  const numbers: number[] = []
  const apart = lines.flatMap((line, index) => {
    numbers.push(index + 1)
    if (!beginsTable(lines, index)) return [line]
    numbers.push(index + 1)
    return ['', line]
  })
  lineOf = (index) => numbers[index] ?? index + 1
  return readHtml(marked.render(apart.join('\n')))
}

/** Whether a line is what stands below the captions of a table: `| --- | :-: |`. */
function isDelimiters(line: string): boolean {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()))
}

/** A table may follow a line at once, another table too: its delimiters show where it begins. */
function beginsTable(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] ?? ''
  const line = lines[index] ?? ''
  const hasBars = line.includes('|') && next.includes('|') && next.length < 1000
  return hasBars && (lines[index - 1] ?? '').trim() !== '' && isDelimiters(next) && !isDelimiters(line)
}
