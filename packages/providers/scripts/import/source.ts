import type { Entry } from './entry.ts'
import type { Snapshot } from './snapshot.ts'

/** A published list: where it stands, whose codes it has, and how it is read. */
export interface Source {
  readonly repository: string
  readonly provider: string
  readonly dialect: string
  readonly read: (snapshot: Snapshot) => Entry[]
  /** How a row cites a file; `owner/repo@commit path` where nothing else is said. */
  readonly cite?: (path: string, commit: string) => string
}

export type Sources = Readonly<Record<string, Source>>
