import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogFolder } from './read-catalog.ts'

/** What a source says of a code that decides nothing, such as the calls that answer with it. */
export interface Note {
  readonly provider: string
  readonly dialect: string
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly source: string
}

export const notesFile: string = join(catalogFolder, 'notes.tsv')

/** The notes beside the tables, in the order of the tables. */
export function readNotes(file: string = notesFile): Note[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const [provider = '', dialect = '', code = '', zh = '', en = '', source = ''] = line.split('\t')
      return { provider, dialect, code, zh, en, source }
    })
}
