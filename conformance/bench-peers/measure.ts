// Time and memory of cases that take turns, so that noise hits them alike. The second case of a table repeats the first (A/A).
import { compare, compareAsync, type Ratio } from '../../test/benches/paired.ts'

/** One row of a table: who, how long a call takes, how much memory it asks for, and what one gets of it. */
export interface Row {
  readonly name: string
  /** Median nanoseconds of one call. */
  readonly ns: number
  /** Median of the rounds' ratios to the first row. */
  readonly ratio: number
  /** Bytes that one call allocates. */
  readonly bytes: number
  readonly gives: string
}

export interface Table {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

export interface Weight {
  readonly name: string
  /** Bytes of the minified bundle after gzip -9. */
  readonly gzip: number
  readonly gives: string
}

/** A case: its name, the work, and what it gives. */
export type Case = readonly [name: string, run: (index: number) => unknown, gives: string]

const collect = (globalThis as { gc?: () => void }).gc

/** Bytes that one call allocates: nothing is collected meanwhile, since the young generation is made large (see `run.ts`). */
async function bytesOf(run: (index: number) => unknown, calls: number): Promise<number> {
  for (let index = 0; index < calls; index++) await run(index)
  collect?.()
  const before = process.memoryUsage().heapUsed
  for (let index = 0; index < calls; index++) {
    const pending = run(index)
    if (pending instanceof Promise) await pending
  }
  return Math.max(0, Math.round((process.memoryUsage().heapUsed - before) / calls))
}

async function tableOf(id: string, title: string, cases: readonly Case[], found: readonly Ratio[], calls: number) {
  const rows: Row[] = []
  for (const [at, [name, run, gives]] of cases.entries()) {
    const { ns = 0, ratio = 0 } = found[at] ?? {}
    rows.push({ name, ns, ratio: Number(ratio.toFixed(2)), bytes: await bytesOf(run, calls), gives })
  }
  console.log(`\n${title}`)
  console.table(Object.fromEntries(rows.map(({ name, ns, ratio, bytes }) => [name, { ns, ratio, bytes }])))
  return { id, title, rows }
}

const pairs = (cases: readonly Case[]) => cases.map(([name, run]) => [name, run] as const)

/** Cases of synchronous work; they must not throw. */
export function measure(id: string, title: string, cases: readonly Case[], calls = 2000): Promise<Table> {
  return tableOf(id, title, cases, compare(pairs(cases), calls, 41), calls)
}

/** Cases of asynchronous work, one call after the other; they must not reject. */
export async function measureAsync(id: string, title: string, cases: readonly Case[], calls = 200): Promise<Table> {
  return tableOf(id, title, cases, await compareAsync(pairs(cases), calls, calls * 3, 41), calls)
}

/** What a call throws, as what it returns. */
export function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
