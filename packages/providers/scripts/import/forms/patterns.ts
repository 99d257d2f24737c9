import type { Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** Lists whose every code is one match of an expression with named groups. */
export function readPatterns(
  snapshot: Snapshot,
  files: RegExp,
  pattern: RegExp,
  entryOf: (groups: Readonly<Record<string, string | undefined>>, path: string) => Entry | undefined,
): Entry[] {
  return [...snapshot.read(snapshot.list(files))].flatMap(([path, text]) =>
    [...text.matchAll(pattern)].map(({ groups = {} }) => entryOf(groups, path)).filter((entry) => entry !== undefined),
  )
}
