// What VitePress' Markdown does beyond its own for the documents: their links lead to pages of the site.
import type { MarkdownOptions } from 'vitepress'
import { siteLink } from './links.ts'
import type { Document } from './read-documents.ts'

type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0]

/**
 * @param images the folder, below the site's root, that has the images of the documents by their names
 * @param repository the address of the files of the repository, with a slash at its end
 */
export function linkDocuments(
  md: MarkdownIt,
  documents: readonly Document[],
  { images, repository }: { images: string; repository: string },
): void {
  md.core.ruler.push('documents', ({ tokens, env }) => {
    const page = `/${String((env as { relativePath?: string }).relativePath).replace(/index\.md$/, '')}`
    const from = documents.find(({ path }) => path === page)
    if (from === undefined) return
    for (const token of tokens.flatMap(({ children }) => children ?? []))
      if (token.type === 'link_open')
        token.attrSet('href', siteLink(String(token.attrGet('href')), from, documents, repository))
      else if (token.type === 'image') {
        const source = String(token.attrGet('src'))
        if (!/^[a-z]+:/.test(source)) token.attrSet('src', `${images}${source.split('/').at(-1)}`)
      }
  })
}
