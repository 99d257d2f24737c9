import type { Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** JSON files, each turned into entries by what the list looks like. */
export function readJsonLists<T>(snapshot: Snapshot, files: RegExp, entriesOf: (json: T, path: string) => Entry[]): Entry[] {
  return [...snapshot.read(snapshot.list(files))].flatMap(([path, text]) => entriesOf(JSON.parse(text) as T, path))
}
