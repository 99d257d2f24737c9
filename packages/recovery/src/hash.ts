/** The text hashed last: a client's credential seldom changes. */
let last: readonly [text: string, hash: string] = ['', '']

/** A short hash of a credential, for keys that leave this process: 64 bits, not to be reversed for a credential worth the name. */
export function hash(text: string): string {
  if (text === last[0]) return last[1]
  let a = 1
  let b = 7
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677) ^ (a >>> 15)
  }
  const made = [a, b].map((half) => (half >>> 0).toString(36)).join('')
  last = [text, made]
  return made
}
