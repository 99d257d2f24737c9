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
      const left = (ends.get(key) ?? 0) - now()
      return left > 0 ? left : undefined
    },
    hold(key, ms) {
      const end = now() + ms
      if (end > (ends.get(key) ?? 0)) ends.set(key, end)
    },
  }
}
