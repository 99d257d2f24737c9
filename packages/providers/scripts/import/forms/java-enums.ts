import { cellText, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** Constants of a Java enum, `NAME(code, "text")`, with a comment above that may have the text in Chinese and, after two spaces, in English. */
export function readJavaEnums(snapshot: Snapshot, files: RegExp): Entry[] {
  const entries: Entry[] = []
  for (const [path, source] of snapshot.read(snapshot.list(files))) {
    const constants = source.matchAll(
      /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^\s*\w+\(\s*(-?\d+)\s*,\s*"((?:[^"\\]|\\.)*)"\s*\)\s*[,;]/gm,
    )
    for (const [, comment = '', code = '', text = ''] of constants) {
      const said = comment.replace(/^\s*\*? ?/gm, ' ')
      const english = /\s{2,}([A-Za-z][^\p{Script=Han}]*)$/u.exec(said.trim())?.[1] ?? ''
      const shown = cellText(text.replace(/\\"/g, '"'))
      const isChinese = /\p{Script=Han}/u.test(shown)
      entries.push({ code, zh: isChinese ? shown : '', en: isChinese ? cellText(english) : shown, path })
    }
  }
  return entries
}
