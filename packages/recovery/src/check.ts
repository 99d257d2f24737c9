import { type Check, invalidOption } from '@unifault/core/adapter'

/** A number of milliseconds, attempts or the like: above 0, perhaps Infinity. */
export const positive: Check = (value, name) => {
  if (typeof value !== 'number' || !(value > 0)) throw invalidOption(name, 'a number above 0', value)
}
