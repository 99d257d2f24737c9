import { cellText, remedyText, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** `// ErrCode123 text`, then a remedy in a paragraph `排查方法: …`, then `const ErrCode123 ErrCode = 123`. */
export function readAnnotatedGoConstants(snapshot: Snapshot, files: RegExp): Entry[] {
  const entries: Entry[] = []
  for (const [path, source] of snapshot.read(snapshot.list(files)))
    for (const [, comment = '', name = '', code = ''] of source.matchAll(
      /((?:^\/\/.*\n)+)const (\w+) \w+ = (-?\d+)$/gm,
    )) {
      const paragraphs = comment.replace(/^\/\/ ?/gm, '').split(/\n\s*\n/)
      const text = paragraphs[0]!.replace(name, '').trim()
      const remedy = paragraphs.find((one) => one.startsWith('排查方法:'))?.slice('排查方法:'.length) ?? ''
      const fixZh = /\p{Script=Han}/u.test(remedy) && !remedy.includes('[') ? remedyText(remedy) : ''
      entries.push({ code, zh: /\p{Script=Han}/u.test(text) ? cellText(text) : '', en: '', path, fixZh, aside: fixZh })
    }
  return entries
}
