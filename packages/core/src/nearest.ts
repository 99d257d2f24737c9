// What somebody may have meant: for errors about a code or a name that nobody knows.

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
