import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogFolder } from './read-catalog.ts'

export const lastVerifiedFile: string = join(catalogFolder, 'last-verified.tsv')

/** What of a source names its version: `owner/repo@commit`, or a package with its version; undefined where it has none. */
export function versionOf(source: string): string | undefined {
  return /^(?:[\w.-]+\/[\w.-]+@[0-9a-f]{7,40}|https:\/\/unpkg\.com\/(?:@[\w.-]+\/)?[\w.-]+@\d[\w.-]*)(?=[ /])/.exec(
    source,
  )?.[0]
}

/**
 * The day on which the rows of a source were last read from it: of repositories at a commit and packages at a version, the day of
 * the import. Pages change without a version: nobody knows which of their days a row was read on.
 */
export function readLastVerified(file: string = lastVerifiedFile): (source: string) => string | undefined {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1, -1)
  const days = new Map(lines.map((line) => line.split('\t') as [version: string, day: string]))
  return (source) => {
    const version = versionOf(source)
    return version === undefined ? undefined : days.get(version)
  }
}
