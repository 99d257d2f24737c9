/** As much of a long echo gives it away. */
const enough = 12

/** The part of what was echoed that a view shows; undefined when it shows none. */
export function revealed(view: string, ...echoes: readonly string[]): string | undefined {
  for (const echo of echoes) {
    const whole = echo.trim()
    if (whole.length >= 4 && view.includes(whole)) return whole
    for (let at = 0; at + enough <= whole.length; at += 5)
      if (view.includes(whole.slice(at, at + enough))) return whole.slice(at, at + enough)
  }
  return undefined
}

/** Every text in a value, unescaped, in one. */
export function textsOf(value: unknown): string {
  const texts: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    texts.push(key)
    if (typeof inner === 'string') texts.push(inner)
    return inner
  })
  return texts.join('\n')
}
