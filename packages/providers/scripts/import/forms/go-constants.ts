import { cellText, inLanguage, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** String or number constants of Go with the comment above them: `// text` then `NAME = "Code"`. */
export function readGoConstants(
  snapshot: Snapshot,
  files: RegExp,
  more?: (code: string, text: string) => Partial<Entry>,
): Entry[] {
  const entries: Entry[] = []
  for (const [path, text] of snapshot.read(snapshot.list(files))) {
    let comment: string[] = []
    for (const line of text.split('\n')) {
      const words = /^\s*\/\/ ?(.*)$/.exec(line)?.[1]
      if (words !== undefined) {
        comment.push(words)
        continue
      }
      const code = /^\s*(?:const )?\w+(?: \w+)? = (?:"([^"]+)"|(-?\d+))\s*$/.exec(line)
      if (code !== null) {
        const value = code[1] ?? code[2] ?? ''
        const said = comment.join(' ')
        entries.push({ code: value, ...inLanguage(cellText(said)), path, ...more?.(value, said) })
      }
      comment = []
    }
  }
  return entries
}
