/**
 * Checks options: numbers (times, attempts, amounts) must be above 0, and what is required must be a function.
 *
 * @throws TypeError that names the option, when one is malformed
 */
export function check(options: object, ...required: string[]): void {
  for (const name of required) {
    const value: unknown = (options as Record<string, unknown>)[name]
    if (typeof value !== 'function') throw wrong(name, 'a function', value)
  }
  for (const [name, value] of Object.entries(options))
    if (/Ms$|^attempts$|^budget$/.test(name) && value !== undefined && !(typeof value === 'number' && value > 0))
      throw wrong(name, 'a number above 0', value)
}

function wrong(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${name} must be ${expected}, got ${String(value)}`)
}
