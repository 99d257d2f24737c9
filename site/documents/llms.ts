// `llms.txt` and `llms-full.txt` (https://llmstxt.org): the documents for language models.
import type { PlacedProvider } from '../catalog/lay-out.ts'
import type { Document } from './read-documents.ts'

/** A list of the documents with what each is about. @param url the site's address, or its base, with a slash at its end */
export function llmsText(documents: readonly Document[], providers: readonly PlacedProvider[], url: string): string {
  const rows = providers.reduce((sum, provider) => sum + provider.rows.length, 0)
  const [readme] = documents
  const list = (language: string): string =>
    documents
      .filter((one) => one.language === language)
      .map(({ title, path, summary }) => `- [${title}](${url}${path.slice(1)}index.md): ${summary}`)
      .join('\n')
  return `# unifault

> ${readme?.summary ?? ''} A TypeScript middleware for axios, ky and fetch, with an open catalog of ${rows} error codes of ${providers.length} providers.

All documents in one file: [llms-full.txt](${url}llms-full.txt)

## Documents

${list('en')}

## Documents in Chinese

${list('zh')}

## Catalog

${providers
  .filter((provider) => provider.rows.length > 0)
  .map(({ id, name, rows }) => `- [${name}](${url}catalog/${id}/): ${rows.length} codes`)
  .join('\n')}
`
}

/** All documents of one language, one after the other. */
export function llmsFullText(documents: readonly Document[]): string {
  return documents
    .filter(({ language }) => language === 'en')
    .map(({ file, text }) => `<!-- ${file} -->\n\n${text}`)
    .join('\n\n---\n\n')
}
