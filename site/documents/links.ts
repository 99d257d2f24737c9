// Links between the documents, as they lead on the site.
import { posix } from 'node:path'
import type { Document } from './read-documents.ts'

/** Pages of the site that stand in place of a file. */
const inPlaceOf: Readonly<Record<string, string>> = { 'TABLES.md': '/catalog/' }

/**
 * Where a link of a document leads on the site, or in the repository where the site does not have the file.
 *
 * @param repository the address of the files of the repository, with a slash at its end
 */
export function siteLink(href: string, from: Document, documents: readonly Document[], repository: string): string {
  if (/^(?:[a-z][\w+.-]*:|#|\/\/)/i.test(href)) return href
  const [path = '', fragment] = href.split('#')
  const file = posix.normalize(posix.join(posix.dirname(from.file), path)).replace(/\/$/, '')
  const found = documents.find((one) => one.file === file)
  const target = found?.path ?? inPlaceOf[file]
  const page = target ?? `${repository}${file}`
  return fragment === undefined ? page : `${page}#${fragment}`
}

/** GitHub's way to make an anchor of a heading, by which the documents link. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')
}
