import { cellText, spellOut, type Entry } from '../entry.ts'
import { hintOfName } from '../hint-of-name.ts'
import type { Snapshot } from '../snapshot.ts'

/** Tags of Stone unions whose name ends in `Error`, with the text below each (https://github.com/dropbox/stone). */
export function readStoneUnions(snapshot: Snapshot, files: RegExp): Entry[] {
  const entries: Entry[] = []
  for (const [path, text] of snapshot.read(snapshot.list(files)))
    for (const [, body = ''] of text.matchAll(/^union(?:_closed)? \w*Error\b.*\n((?:(?: {4}.*)?\n)+)/gm)) {
      const tags = body.matchAll(/^ {4}([a-z]\w*)(?: [\w.?()]+)?\n(?: {8}"((?:[^"\\]|\\.)*)")?/gm)
      for (const [, code = '', said = ''] of tags) {
        if (code === 'other') continue
        const shown = said.replace(/:(?:\w+):`([^`]*)`/g, (_whole, inner: string) => inner.split(' ')[0] ?? '')
        const en = cellText(shown.replace(/\s+/g, ' '))
        const hint = hintOfName(code)
        entries.push({
          code,
          zh: '',
          en: en === '' ? spellOut(code) : en,
          path,
          ...(en === '' && { names: true }),
          ...(hint && { hint }),
        })
      }
    }
  return entries
}
