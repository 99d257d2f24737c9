import type { Answer } from '@unifault/core'
import { type Fields, field, isFields, plainFields } from './fields.ts'

/** Names under which a body tells a wait, and what one of its units is in milliseconds. */
const names: readonly (readonly [name: string, unit: number])[] = [
  ['retryafterms', 1],
  ['retryafter', 1000],
  ['retryafterseconds', 1000],
  ['backoffseconds', 1000],
  ['backoff', 1000],
  ['retrydelay', 1000],
  ['retryin', 1000],
  ['secondstowait', 1000],
  ['waitseconds', 1000],
  ['estimatedtime', 1000],
]
const holders = ['parameters', 'details', 'data', 'rate', 'metadata', 'extensions'] as const

/** Headers of no standard that tell a wait, whoever sends them, and their unit in milliseconds. */
const headers: readonly (readonly [name: string, unit: number])[] = [
  ['retry-after-ms', 1],
  ['x-ms-retry-after-ms', 1],
  ['x-amz-retry-after', 1],
  ['grpc-retry-pushback-ms', 1],
  ['x-retry-after', 1000],
  ['x-ratelimit-retry-after', 1000],
  ['x-rate-limit-retry-after-seconds', 1000],
  ['x-ratelimit-reset-after', 1000],
  ['x-contentful-ratelimit-reset', 1000],
  ['x-esi-error-limit-reset', 1000],
]

function amountOf(value: unknown): number | undefined {
  const amount =
    typeof value === 'string' ? Number(/^(\d{1,12}(?:\.\d{1,9})?)s?$/.exec(value.trim())?.[1] ?? NaN) : value
  return typeof amount === 'number' && amount >= 0 && amount < 1e9 ? amount : undefined
}

function waitIn(fields: Fields): number | undefined {
  for (const [name, unit] of names) {
    const amount = amountOf(field(fields, name))
    if (amount !== undefined) return amount * unit
  }
  return undefined
}

/** How long a failed answer asks to wait, in its body or in a header of no standard. */
export function waitOf(layers: readonly Fields[], answer: Answer): number | undefined {
  for (const fields of layers) {
    let ring: Fields[] = [fields]
    for (let depth = 0; depth < 3; depth++) {
      for (const one of ring) {
        const wait = waitIn(one)
        if (wait !== undefined) return wait
      }
      ring = ring.flatMap((one) =>
        holders
          .map((name) => field(one, name))
          .filter(isFields)
          .map(plainFields),
      )
    }
  }
  for (const [name, unit] of headers) {
    const amount = amountOf(answer.header(name))
    if (amount !== undefined) return amount * unit
  }
  return undefined
}
