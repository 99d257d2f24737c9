import { cellText, inLanguage, spellOut, type Entry } from '../entry.ts'
import type { Snapshot } from '../snapshot.ts'

/** A value of an enum, with the names around it. */
export interface EnumValue {
  readonly enumName: string
  readonly name: string
  readonly comment: string
  readonly number: string
}

/** Values of protobuf enums with the comments above or behind them. */
export function readProtobufEnums(
  snapshot: Snapshot,
  files: RegExp,
  wanted: RegExp,
  more: (value: EnumValue) => Partial<Entry> | undefined,
): Entry[] {
  const entries: Entry[] = []
  for (const [path, source] of snapshot.read(snapshot.list(files)))
    for (const value of valuesOf(source)) {
      if (!wanted.test(value.enumName)) continue
      const given = more(value)
      if (given === undefined) continue
      const text = cellText(value.comment.replace(/`/g, ''))
      entries.push({
        code: value.name,
        ...inLanguage(text === '' ? spellOut(value.name) : text),
        path,
        ...(text === '' && { names: true }),
        ...given,
      })
    }
  return entries
}

function* valuesOf(source: string): Generator<EnumValue> {
  let enumName = ''
  let comment: string[] = []
  for (const line of source.split('\n')) {
    const opened = /^\s*enum (\w+) \{/.exec(line)?.[1]
    const said = /^\s*\/\/\s?(.*)$/.exec(line)?.[1]
    const value = /^\s*(\w+)\s*=\s*(-?\d+)\s*(?:\[[^\]]*\]?)?\s*;?(?:\s*\/\/\s*(.*))?/.exec(line)
    if (opened !== undefined) enumName = opened
    else if (/^\s*\}/.test(line)) enumName = ''
    else if (said !== undefined) {
      comment.push(said)
      continue
    } else if (value !== null && enumName !== '') {
      const [, name = '', number = '', behind = ''] = value
      yield { enumName, name, number, comment: firstParagraph(comment) || behind }
    }
    comment = []
  }
}

/** A comment's first paragraph; links and examples stand below. */
function firstParagraph(lines: readonly string[]): string {
  const end = lines.findIndex((line, index) => index > 0 && (line.trim() === '' || /^\s*(?:Example|For example|\* )/.test(line)))
  return (end < 0 ? lines : lines.slice(0, end)).join(' ').trim()
}
