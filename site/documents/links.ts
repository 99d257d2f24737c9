// Links between the documents, as they lead on the site.
import { posix } from 'node:path'
import type { Document } from './read-documents.ts'

/** Pages of the site that stand in place of a file. */
const inPlaceOf: Readonly<Record<string, string>> = { 'TABLES.md': '/catalog/' }

/**
 * Where a link of a document leads on the site.
 *
 * @returns undefined where it leads to a file of the repository that the site does not have
 */
export function siteLink(href: string, from: Document, documents: readonly Document[]): string | undefined {
  if (/^(?:[a-z][\w+.-]*:|#|\/\/)/i.test(href)) return href
  const [path = '', fragment] = href.split('#')
  const file = posix.normalize(posix.join(posix.dirname(from.file), path)).replace(/\/$/, '')
  const found = documents.find((one) => one.file === file)
  const target = found?.path ?? inPlaceOf[file]
  if (target === undefined) return undefined
  return fragment === undefined ? target : `${target}#${fragment}`
}

/** GitHub's way to make an anchor of a heading, by which the documents link. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')
}
