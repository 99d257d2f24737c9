// Checks of options: one table says what each may be; and what somebody may have meant instead. They run where something is defined or installed, never while an answer is judged.
import { isRecord } from './answer.ts'
import { reasons, traits } from './reasons.ts'

/** What an option may be: a `typeof`, one of some values, or whatever a function lets pass. `undefined` is always let pass. */
export type Kind = 'function' | 'boolean' | 'number' | 'string' | 'object' | readonly unknown[] | Check

/** Throws a TypeError unless a value is fit; `name` is what the option is called. */
export type Check = (value: unknown, name: string) => void

/** What each option of something may be. */
export type Kinds = Readonly<Record<string, Kind>>

/** The error for a bad option: its name, the value and what was expected. Secrets are no option's value. */
export function invalidOption(name: string, expected: string, value: unknown): TypeError {
  let shown: string
  try {
    shown = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value))
  } catch {
    shown = typeof value // cyclic, or a BigInt
  }
  return new TypeError(`\`${name}\` must be ${expected}, got ${shown.length > 128 ? `${shown.slice(0, 128)}…` : shown}`)
}

/** Throws a TypeError unless a value is of a kind. */
export function checkKind(kind: Kind, value: unknown, name: string): void {
  if (typeof kind === 'function') kind(value, name)
  else if (typeof kind === 'object') {
    const words = kind.map((one) => (typeof one === 'string' ? `'${one}'` : String(one))).join(', ')
    if (!kind.includes(value)) throw invalidOption(name, `one of ${words}`, value)
  } else if (typeof value !== kind || value === null)
    throw invalidOption(name, `${kind === 'object' ? 'an' : 'a'} ${kind}`, value)
}

/**
 * Checks an object of options by what each may be. Names that no option has are refused, so that a misspelt one is not silently
 * without effect; an option that is `undefined` is as good as left out.
 *
 * @param path stands before the names, such as `dialects[0].`
 * @throws TypeError that names the first bad option, its value and what was expected
 */
export function checkOptions(options: unknown, kinds: Kinds, path = ''): void {
  if (!isRecord(options)) throw invalidOption(path.replace(/\.$/, '') || 'options', 'an object', options)
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(kinds, name))
      throw new TypeError(`\`${path}${name}\` is not an option; expected one of ${Object.keys(kinds).join(', ')}`)
    const value = options[name]
    if (value !== undefined) checkKind(kinds[name] as Kind, value, path + name)
  }
}

/** One of the 35 reasons. */
export const isReason: Check = (value, name) => {
  if (!reasons.includes(value as never)) throw invalidOption(name, 'a reason', value)
}

/** Which errors go on untouched: reasons or categories, or a question. */
export const passKind: Check = (value, name) => {
  if (typeof value === 'function') return
  if (!Array.isArray(value)) throw invalidOption(name, 'an array of reasons or categories, or a function', value)
  value.forEach((one, index) => {
    if (!reasons.includes(one as never) && !Object.values(traits).some(([category]) => category === one))
      throw invalidOption(`${name}[${index}]`, 'a reason or a category', one)
  })
}

/** How many letters must be changed, added, left out or exchanged with their neighbour to make one word the other. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + Number(!isSame),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = last
    last = row
  }
  return last.at(-1) ?? 0
}

/** The letters of a word, in whatever order they stand. */
function letters(word: string): string {
  return Array.from(word).sort().join('')
}

/**
 * The word that is most like a given one, in whatever case; of several as near, one with the same letters. Undefined when none is at
 * most a third of its letters away.
 *
 * @example
 * nearest('-325', ['-101', '-352']) // '-352'
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 64).toLowerCase()
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  let found: string | undefined
  for (const one of words) {
    if (Math.abs(one.length - wanted.length) > least) continue
    const folded = one.toLowerCase()
    const far = distance(wanted, folded) - (letters(wanted) === letters(folded) ? 0.5 : 0)
    // Of a word of one letter every other one is one letter away.
    if (far < least && far < wanted.length) [least, found] = [far, one]
  }
  return found
}
