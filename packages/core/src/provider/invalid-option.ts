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

/** Refuses names that no option has, so that a misspelt one is not silently without effect. */
export function refuseUnknown(options: object, known: readonly string[], path = ''): void {
  for (const name of Object.keys(options))
    if (!known.includes(name))
      throw new TypeError(`\`${path}${name}\` is not an option; expected one of ${known.join(', ')}`)
}
