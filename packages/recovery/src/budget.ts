import { BoundedMap } from './bounded.ts'

/** What a repetition takes after a transient fault, and after throttling. The numbers are those of the AWS SDK's standard mode of 2026. */
const retryCost = 14
const throttledCost = 5

/** Buckets, one for each place. */
export interface Budget {
  /**
   * Pays for one repetition.
   *
   * @returns what it cost, or undefined when the bucket has less
   */
  take(place: string, isThrottled: boolean): number | undefined
  /** Gives back after a success. */
  give(place: string, amount: number): void
}

/**
 * A retry budget: while a provider fails throughout, repetitions end once the bucket is empty; each success gives back what its
 * repetition had cost, or 1. So an outage costs little more than one sending per request.
 */
export function createBudget(capacity: number): Budget {
  const left = new BoundedMap<number>()
  const has = (place: string): number => left.get(place) ?? capacity
  return {
    take(place, isThrottled) {
      const cost = isThrottled ? throttledCost : retryCost
      if (has(place) < cost) return undefined
      left.set(place, has(place) - cost)
      return cost
    },
    give(place, amount) {
      if (left.has(place)) left.set(place, Math.min(capacity, has(place) + amount))
    },
  }
}
