/** The cost of several cases beside the first, as ratios: all cases take turns in every round, so that noise hits them alike. */
export interface Ratio {
  readonly name: string
  /** Median nanoseconds of one call. */
  readonly ns: number
  /** Median of the rounds' ratios to the first case. */
  readonly ratio: number
}

type Case = readonly [name: string, run: (index: number) => unknown]

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Cases of synchronous work, each called `calls` times a round. What counts is the processor's time: others may use it too. */
export function compare(cases: readonly Case[], calls: number, rounds = 61): Ratio[] {
  const times: number[][] = cases.map(() => [])
  for (let round = -3; round < rounds; round++)
    cases.forEach(([, run], at) => {
      const start = process.cpuUsage()
      for (let index = 0; index < calls; index++) run(index)
      if (round >= 0) times[at]?.push((process.cpuUsage(start).user * 1000) / calls)
    })
  return ratios(cases, times)
}

/**
 * Cases of asynchronous work, one call after the other.
 *
 * @param warmup calls of each case before anything counts: a server's code has long been compiled by the runtime
 */
export async function compareAsync(
  cases: readonly Case[],
  calls: number,
  warmup: number,
  rounds = 81,
): Promise<Ratio[]> {
  for (let index = 0; index < warmup; index++) for (const [, run] of cases) await run(index)
  const times: number[][] = cases.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < cases.length; turn++) {
      const at = (turn + round) % cases.length // who goes first pays for the garbage of others: take turns at that too
      const start = process.hrtime.bigint()
      for (let index = 0; index < calls; index++) await cases[at]?.[1](index)
      times[at]?.push(Number(process.hrtime.bigint() - start) / calls)
    }
  return ratios(cases, times)
}

/** The times of each case, round by round, as ratios. A round in which the first case took no time that can be measured counts for nothing. */
export function ratios(cases: readonly Case[], times: readonly (readonly number[])[]): Ratio[] {
  const first = times[0] ?? []
  const ratioOf = (own: readonly number[]): number[] =>
    own.flatMap((time, round) => {
      const base = first[round] ?? 0
      return base > 0 ? [time / base] : []
    })
  return cases.map(([name], at) => ({
    name,
    ns: Math.round(median(times[at] ?? [])),
    ratio: Number(median(ratioOf(times[at] ?? [])).toFixed(3)),
  }))
}

/** Prints ratios with the goal that each has. */
export function print(title: string, found: readonly Ratio[], goals: Readonly<Record<string, string>> = {}): void {
  console.log(`\n${title}`)
  console.table(Object.fromEntries(found.map(({ name, ns, ratio }) => [name, { ns, ratio, goal: goals[name] ?? '' }])))
}
