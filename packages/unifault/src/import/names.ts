// Identifiers as words.

/** `TOKEN_EXPIRED`, `TokenExpired`, `isv.token-expired` → `token expired`; empty where there are no words in it. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase()
  return /[a-z]{3}/.test(words) ? words : ''
}
