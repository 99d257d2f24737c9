import { isRecord } from './is-record.ts'

/** A value's own property; undefined for what it inherits, and for what is no record. */
export function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A copy of a record that inherits nothing, so that an option which is left out is not read from a polluted `Object.prototype`. */
export function ownOf<T extends object>(value: T): T {
  return isRecord(value) ? { __proto__: null, ...value } : value
}

/** A property that the user's object or its class gives; not what `Object.prototype` was polluted with. */
export function given<T extends object, K extends keyof T & string>(value: T, name: K): T[K] | undefined {
  return name in Object.prototype ? (own(value, name) as T[K] | undefined) : value[name]
}
