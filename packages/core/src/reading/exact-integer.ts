/**
 * A number that `JSON.parse` may have made wrong: an integer beyond 2^53 is taken from the raw text, by its key and rounded value.
 * Undefined when there is no text, or two such numbers differ: an id that may be wrong is not shown.
 */
export function exactInteger(value: number, key: string, text: string | undefined): unknown {
  if (!Number.isInteger(value)) return Number.isFinite(value) ? value : undefined
  if (text === undefined) return undefined
  const quoted = JSON.stringify(key)
  let found: string | undefined
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
    const digits = /^\s*:\s*(-?\d{1,64})(?![\d.eE])/.exec(text.slice(at + quoted.length, at + quoted.length + 128))?.[1]
    if (digits === undefined || Number(digits) !== value || digits === found) continue
    if (found !== undefined) return undefined
    found = digits
  }
  return found
}
