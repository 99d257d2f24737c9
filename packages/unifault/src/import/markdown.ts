import MarkdownIt from 'markdown-it'
import type { Block } from './blocks.ts'
import { readHtml } from './html.ts'

const marked = new MarkdownIt({ html: true, breaks: true })

// Every block tells the line that it stood on.
marked.core.ruler.push('lines', ({ tokens }) => {
  for (const token of tokens)
    if (token.map !== null && token.nesting >= 0 && token.type !== 'html_block')
      token.attrSet('data-line', String(token.map[0] + 1))
})
marked.renderer.rules['html_block'] = (tokens, index) => {
  const { content = '', map } = tokens[index] ?? {}
  return `<!--line:${(map?.[0] ?? 0) + 1}-->${content}`
}

/** The headings, tables and lines of a Markdown document, with the HTML that stands in it. */
export function readMarkdown(text: string): Block[] {
  return readHtml(marked.render(text.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ''))))
}
