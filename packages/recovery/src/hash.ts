/** A short hash of a credential, for keys that leave this process: 64 bits, not to be reversed for a credential worth the name. */
export function hash(text: string): string {
  let a = 1
  let b = 7
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 2654435761)
    b = Math.imul(b ^ text.charCodeAt(i), 1597334677) ^ (a >>> 15)
  }
  return [a, b].map((half) => (half >>> 0).toString(36)).join('')
}
