import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CatalogTable, catalogFolder } from './read-catalog.ts'

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
  const days = readDays(file)
  return (source) => {
    const version = versionOf(source)
    return version === undefined ? undefined : days.get(version)
  }
}

function readDays(file: string): Map<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1, -1)
  return new Map(lines.map((line) => line.split('\t') as [version: string, day: string]))
}

/** The file as the tables need it: versions that no row cites are gone, those that are new were read today. */
export function lastVerifiedText(
  tables: readonly CatalogTable[],
  today: string,
  file: string = lastVerifiedFile,
): string {
  const days = readDays(file)
  const cited = tables.flatMap(({ rows }) => rows.flatMap(({ source }) => source.split('; ')))
  const versions = new Set(cited.map((source) => versionOf(source.replace(/^names /, ''))))
  versions.delete(undefined)
  const lines = ([...versions] as string[])
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((version) => `${version}\t${days.get(version) ?? today}`)
  return ['source\tday', ...lines, ''].join('\n')
}
