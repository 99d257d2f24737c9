import { installClock, randomOf } from './clock.ts'
import type { Reply, Script } from './scripts.ts'

/** Sends one request with a token. */
type Send = (token: string) => Promise<Reply>

/** What a client of a policy is given beside its requests. */
interface Credentials {
  current(): string
  /** Gets a new token; costs a request. */
  refresh(): Promise<string>
}

/** A way to repeat. */
export interface Policy {
  readonly name: string
  /** For one of the simulated clients. The function runs one request to its end; it rejects where the user would get an error. */
  client(script: Script, credentials: Credentials): (send: Send) => Promise<Reply>
}

/** What became of it. */
export interface Outcome {
  readonly policy: string
  readonly requests: number
  readonly successes: number
  /** Sendings that an error answered, for nothing. */
  readonly wasted: number
  readonly sendings: number
  readonly refreshes: number
  /** From the end of the trouble to the end of the last request that failed or took longer than a second, in milliseconds. */
  readonly recoveryMs: number
  /** Jain's index over the successes of the clients: 1 is equal. */
  readonly fairness: number
  /** Sendings in each second. */
  readonly perSecond: readonly number[]
}

/** How large a world is. */
export interface Size {
  readonly clients: number
  readonly seed: number
  /** When requests end to be made, in milliseconds. */
  readonly untilMs: number
}

/** Requests come from each client so often, in milliseconds on average. */
const everyMs = 2000
/** Who still waits then gets no more. */
const graceMs = 300_000

/** Runs one policy through one script. */
export async function simulate(policy: Policy, script: Script, { clients, seed, untilMs }: Size): Promise<Outcome> {
  const clock = installClock(seed)
  try {
    const counts = { requests: 0, successes: 0, wasted: 0, sendings: 0, refreshes: 0 }
    const perSecond: number[] = []
    const perClient = Array.from({ length: clients }, () => 0)
    /** When the last request ended badly, or late. */
    let lastBad = 0
    const world = randomOf(seed + 1)
    for (let client = 0; client < clients; client++) {
      const used = { window: -1, count: 0 }
      let count = 0
      const latency = randomOf(seed * 7919 + client)
      let token = 'old'
      const answer = (sent: string): Reply => {
        const now = clock.now()
        const window = Math.floor(now / (script.windowMs ?? Infinity)) || 0
        if (used.window !== window) Object.assign(used, { window, count: 0 })
        const fault = script.fault({ now, client, token: sent, used: used.count + 1, count: ++count })
        if (!fault) used.count++
        return fault ?? { status: 200, headers: {}, body: { ok: true, error_code: 0, result: 'fine' } }
      }
      const later = <T>(ms: number, give: () => T): Promise<T> =>
        new Promise((resolve) => clock.at(clock.now() + ms, () => resolve(give())))
      const send: Send = (sent) => {
        counts.sendings++
        const second = Math.floor(clock.now() / 1000)
        perSecond[second] = (perSecond[second] ?? 0) + 1
        return later(20 + 60 * latency(), () => {
          const reply = answer(sent)
          if (!isFine(reply)) counts.wasted++
          return reply
        })
      }
      const run = policy.client(script, {
        current: () => token,
        refresh() {
          counts.refreshes++
          return later(script.refreshMs, () => (token = 'new'))
        },
      })
      const begin = (): void => {
        const made = clock.now()
        counts.requests++
        const ended = (isWell: boolean): void => {
          if (isWell) {
            counts.successes++
            perClient[client] = (perClient[client] ?? 0) + 1
          }
          if (!isWell || clock.now() - made > 1000) lastBad = clock.now()
        }
        run(send).then(
          (reply) => ended(isFine(reply)),
          () => ended(false),
        )
      }
      // The same requests for every policy.
      for (
        let at = -everyMs * script.burst * Math.log(1 - world());
        at < untilMs;
        at -= everyMs * script.burst * Math.log(1 - world())
      )
        clock.at(at, () => {
          for (let i = 0; i < script.burst; i++) begin()
        })
    }
    await clock.run(untilMs + graceMs)
    const sum = perClient.reduce((a, b) => a + b, 0)
    const squares = perClient.reduce((a, b) => a + b * b, 0)
    return {
      policy: policy.name,
      ...counts,
      recoveryMs: Math.max(0, lastBad - script.troubleUntil),
      fairness: squares === 0 ? 0 : sum ** 2 / (clients * squares),
      perSecond: Array.from({ length: Math.ceil(untilMs / 1000) + 30 }, (_, second) => perSecond[second] ?? 0),
    }
  } finally {
    clock.restore()
  }
}

const isFine = ({ status, body }: Reply): boolean => status === 200 && 'result' in body
