import type { Random } from './random.ts'

/** Bytes and texts that readers stumble over. */
const fragments = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u',
  '\\ud800',
  ':',
  ',',
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [',
  '&lt;',
  '&#x110000;',
  '&#0;',
  '(',
  ')',
  ');',
  'callback(',
  '/**/',
  ")]}',\n",
  'while(1);',
  '\uFEFF',
  '\u0000',
  '\u001B[31m',
  '\u001B]0;',
  '\u0007',
  '\u009B',
  '\u202E',
  '\u200B',
  '\u2028',
  '\uFFFD',
  '😀',
  '账',
  '=',
  '&',
  '%',
  '%u',
  '%E0%A4',
  '+',
  ' ',
  '\r\n\r\n',
  '\r\n',
  '\t',
  '-',
  '*',
  '.',
  '0',
  '-0',
  '1e999',
  '9007199254740993',
  'null',
  'true',
  'NaN',
  '__proto__',
  'constructor',
  'Bearer ',
  'eyJ',
  'sk-',
  '-----BEGIN A-----',
  'access_token=',
  'code',
  'error',
] as const

/** A text with a few pieces cut out, doubled, moved, replaced or put in. */
export function mutateText(text: string, random: Random): string {
  let mutated = text
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) {
    const at = random.below(mutated.length + 1)
    const length = random.below(Math.min(mutated.length - at, 64) + 1)
    const [before, piece, after] = [mutated.slice(0, at), mutated.slice(at, at + length), mutated.slice(at + length)]
    switch (random.below(8)) {
      case 0:
        mutated = before + after
        break
      case 1:
        mutated = before + piece + piece + after
        break
      case 2:
        mutated = before + random.pick(fragments) + after
        break
      case 3:
        mutated = before + random.pick(fragments).repeat(1 + random.below(300)) + piece + after
        break
      case 4:
        mutated = before
        break
      case 5:
        mutated = before + String.fromCharCode(random.below(random.below(4) === 0 ? 65_536 : 256)) + after
        break
      case 6:
        mutated = after + piece + before
        break
      default:
        mutated = before + piece.repeat(1 + random.below(50)) + after
    }
    if (mutated.length > 262_144) mutated = mutated.slice(0, 262_144)
  }
  return mutated
}

/** Bytes with some changed, cut or put in. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const mutated = Uint8Array.from(bytes)
  for (let rounds = 1 + random.below(8); rounds > 0 && mutated.length > 0; rounds--)
    mutated[random.below(mutated.length)] = random.pick([
      random.below(256),
      0,
      0x22,
      0x5c,
      0x7b,
      0x80,
      0xff,
      0xfe,
      0xc0,
      0xed,
    ])
  const start = random.below(8) === 0 ? random.below(mutated.length + 1) : 0
  const end = random.below(4) === 0 ? random.below(mutated.length + 1) : mutated.length
  return mutated.subarray(start, Math.max(start, end))
}

/** A parsed document with one of its values replaced, or one of its members renamed or added. */
export function mutateValue(
  value: unknown,
  random: Random,
  scalars: readonly unknown[],
  names: readonly string[],
): unknown {
  if (typeof value !== 'object' || value === null || random.below(12) === 0) return random.pick(scalars)
  const entries = Object.entries(value)
  const at = random.below(entries.length + 1)
  const [name, inner] = entries[at] ?? [random.pick(names), random.pick(scalars)]
  if (random.below(10) === 0) entries[at] = [random.pick(names), inner]
  else entries[at] = [name, mutateValue(inner, random, scalars, names)]
  if (!Array.isArray(value)) return Object.fromEntries(entries)
  return entries.map(([, one]) => one as unknown)
}
