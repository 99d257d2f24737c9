import { BoundedMap } from './bounded.ts'
import type { CoolDownStore } from './cool-down.ts'
import { now } from './pause.ts'

/**
 * Cool-downs of this process alone.
 *
 * @example
 * coolDown({ store: memory() })
 */
export function memory(): CoolDownStore {
  const ends = new BoundedMap<number>()
  return {
    until(key) {
      const end = ends.get(key)
      if (end === undefined) return undefined
      const left = end - now()
      if (left > 0) return left
      ends.delete(key)
      return undefined
    },
    hold(key, ms) {
      const end = now() + ms
      if (end > (ends.get(key) ?? 0)) ends.set(key, end)
    },
  }
}
