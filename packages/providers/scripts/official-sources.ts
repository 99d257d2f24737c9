import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogFolder } from './read-catalog.ts'

/** Where a vendor itself documents its codes: the start of a URL without scheme and `www.`, or of `owner/repo`. */
export interface OfficialSource {
  readonly provider: string
  readonly prefix: string
}

export const officialSourcesFile: string = join(catalogFolder, 'official-sources.tsv')

/** The documents and repositories that are a vendor's own; mirrors, forums, issues and clients of others are none. */
export function readOfficialSources(file: string = officialSourcesFile): OfficialSource[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const [provider = '', prefix = ''] = line.split('\t')
      return { provider, prefix }
    })
}

/** Whether a cell of sources cites one that is the vendor's own. */
export function citesOfficial(cell: string, prefixes: readonly string[]): boolean {
  return cell
    .split('; ')
    .map((source) => source.replace(/^(?:names )?(?:https?:\/\/(?:www\.)?)?/, ''))
    .some((source) => prefixes.some((prefix) => source.startsWith(prefix)))
}
