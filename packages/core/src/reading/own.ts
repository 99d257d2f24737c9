import { isRecord } from './is-record.ts'

/** A value's own property; undefined for what it inherits, and for what is no record. */
export function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
