/** A clock that jumps from timer to timer: an hour passes in a second, and always in the same order. */
export interface VirtualClock {
  /** Milliseconds since it began. */
  now(): number
  /** Calls back then; before the timers that policies set for the same time. */
  at(time: number, run: () => void): void
  /** Lets time pass until nothing is left to do, or until the end. */
  run(end: number): Promise<void>
  /** Gives the globals back. */
  restore(): void
}

interface Timer {
  readonly time: number
  readonly order: number
  readonly run: () => void
  isOff: boolean
}

/** Puts the clock in the place of the real timers, `Date.now`, `performance.now`, and seeds `Math.random`. */
export function installClock(seed: number): VirtualClock {
  const real = { setTimeout, clearTimeout, dateNow: Date.now, performanceNow: performance.now, random: Math.random }
  const epoch = 1_800_000_000_000
  const heap: Timer[] = []
  let time = 0
  let order = 0

  function add(at: number, run: () => void): Timer {
    const timer = { time: Math.max(time, Math.ceil(at)), order: order++, run, isOff: false }
    push(heap, timer)
    return timer
  }

  const virtual = (
    run: (...given: unknown[]) => void,
    ms = 0,
    ...given: unknown[]
  ): Timer & { unref(): unknown; ref(): unknown } => {
    // As Node does: what is no number, or too long, fires at once.
    const delay = ms >= 1 && ms <= 2 ** 31 - 1 ? ms : 1
    const timer = add(time + delay, () => run(...given))
    return Object.assign(timer, { unref: () => timer, ref: () => timer })
  }
  const replaced = globalThis as unknown as Record<string, unknown>
  replaced['setTimeout'] = virtual
  replaced['clearTimeout'] = (timer: Timer | undefined) => {
    if (timer) timer.isOff = true
  }
  Date.now = () => epoch + time
  performance.now = () => time
  Math.random = randomOf(seed)

  return {
    now: () => time,
    at: (at, run) => void add(at, run),
    async run(end) {
      await settle()
      for (let next = heap[0]; next !== undefined && next.time <= end; next = heap[0]) {
        time = next.time
        while (heap[0]?.time === time) {
          const timer = pop(heap)
          if (!timer.isOff) timer.run()
        }
        await settle()
      }
      time = end
    },
    restore() {
      replaced['setTimeout'] = real.setTimeout
      replaced['clearTimeout'] = real.clearTimeout
      Date.now = real.dateNow
      performance.now = real.performanceNow
      Math.random = real.random
    },
  }
}

/** Until what promises and immediates set off has happened. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const isBefore = (a: Timer, b: Timer): boolean => a.time < b.time || (a.time === b.time && a.order < b.order)

function push(heap: Timer[], timer: Timer): void {
  let at = heap.push(timer) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(timer, heap[parent] as Timer)) break
    heap[at] = heap[parent] as Timer
    at = parent
  }
  heap[at] = timer
}

function pop(heap: Timer[]): Timer {
  const first = heap[0] as Timer
  const last = heap.pop() as Timer
  if (heap.length === 0) return first
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++
    if (!isBefore(heap[child] as Timer, last)) break
    heap[at] = heap[child] as Timer
    at = child
  }
  heap[at] = last
  return first
}
