/** No wait is longer: beyond a day it is not a delay but an appointment. Far below the 2^31 - 1 ms where timers fire at once. */
export const longestWaitMs = 86_400_000

/** What a number in a wait means. */
export type WaitUnit = 'ms' | 's' | 'epoch-ms' | 'epoch-s'

/** Milliseconds as a wait: whole, 0 to 24 h; the past is 0, negative and unreadable numbers are undefined. */
export function clampWait(ms: number): number | undefined {
  return ms >= 0 ? Math.min(Math.ceil(ms), longestWaitMs) : undefined
}

/** A wait in a body: a number, a numeric string, or Google's `27s` (google.protobuf.Duration in JSON). */
export function parseWait(value: unknown, unit: WaitUnit, now: number): number | undefined {
  const digits = typeof value === 'string' ? /^(\d{1,15}(?:\.\d{1,9})?)s?$/.exec(value.trim())?.[1] : value
  const amount = typeof digits === 'string' ? Number(digits) : digits
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) return undefined
  if (unit === 'ms') return clampWait(amount)
  if (unit === 's') return clampWait(amount * 1000)
  return clampWait(Math.max(0, (unit === 'epoch-s' ? amount * 1000 : amount) - now))
}
