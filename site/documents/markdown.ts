// What VitePress' Markdown does beyond its own for the documents: their links lead to pages of the site.
import type { MarkdownOptions } from 'vitepress'
import { siteLink } from './links.ts'
import type { Document } from './read-documents.ts'

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0]

/** @param images the folder, below the site's root, that has the images of the documents by their names */
export function linkDocuments(md: MarkdownIt, documents: readonly Document[], images: string): void {
  md.core.ruler.push('documents', ({ tokens, env }) => {
    const page = `/${String((env as { relativePath?: string }).relativePath).replace(/index\.md$/, '')}`
    const from = documents.find(({ path }) => path === page)
    if (from === undefined) return
    for (const { children } of tokens) {
      const open: boolean[] = []
      for (const token of children ?? [])
        if (token.type === 'link_open') {
          const href = siteLink(String(token.attrGet('href')), from, documents)
          open.push(href !== undefined)
          if (href === undefined) drop(token)
          else token.attrSet('href', href)
        } else if (token.type === 'link_close') {
          if (open.pop() === false) drop(token)
        } else if (token.type === 'image') {
          const source = String(token.attrGet('src'))
          if (!/^[a-z]+:/.test(source)) token.attrSet('src', `${images}${source.split('/').at(-1)}`)
        }
    }
  })
}

/** A link to what the site does not have stays as its text. */
function drop(token: { type: string; tag: string; content: string; nesting: number }): void {
  Object.assign(token, { type: 'text', tag: '', content: '', nesting: 0 })
}
