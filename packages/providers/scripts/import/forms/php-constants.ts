import { spellOut, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** Constants of PHP classes, `const NAME = 'NAME';`: bare names, spelt out. */
export function readPhpConstants(
  snapshot: Snapshot,
  files: RegExp,
  more: (path: string, name: string) => Partial<Entry> | undefined,
): Entry[] {
  const entries: Entry[] = []
  for (const [path, source] of snapshot.read(snapshot.list(files)))
    for (const [, name = ''] of source.matchAll(/^\s*const (\w+) = '[^']*';$/gm)) {
      const given = more(path, name)
      if (given !== undefined) entries.push({ code: name, zh: '', en: spellOut(name), path, names: true, ...given })
    }
  return entries
}
