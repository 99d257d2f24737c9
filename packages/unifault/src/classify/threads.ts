// Gives jobs to threads, a few at a time, and takes their results in the order of the jobs.
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { Job, JobResult, Runner, RunSetup } from './runner.ts'
import type { TallyData } from './tally.ts'

/** What a thread hands over at its end. */
interface Counted {
  readonly tally: TallyData
  readonly first: Runner['first']
}

/** Jobs that a thread has at hand: one is judged while the next waits. */
const jobsAThread = 2
/** Results that wait for an earlier one, at most, for each thread. */
const waitingAThread = 4
/** A thread needs about 60 MB, most of them for the tables; the heaviest line that is parsed may need 180 more. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }

/**
 * Runs jobs in threads.
 *
 * @param jobs are asked for only when a thread is free: a slow reader or thread holds back who makes them
 * @param take is told each result, in the order of the jobs; the next waits until it is done
 */
export async function runInThreads(
  count: number,
  setup: RunSetup,
  jobs: AsyncIterable<Job> | Iterable<Job>,
  take: (result: JobResult) => Promise<void> | void,
): Promise<Counted[]> {
  const file = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
  const threads = Array.from(
    { length: count },
    () => new Thread(new Worker(file, { workerData: setup, resourceLimits })),
  )
  const pending = new Set<Promise<void>>()
  const arrived = new Map<number, JobResult>()
  let index = 0
  let next = 0
  let taking: Promise<void> = Promise.resolve()

  const isFull = (): boolean =>
    index - next >= count * waitingAThread || threads.every(({ atHand }) => atHand >= jobsAThread)
  const takeInOrder = async (): Promise<void> => {
    for (let result = arrived.get(next); result !== undefined; result = arrived.get(next)) {
      arrived.delete(next++)
      await take(result)
    }
  }
  try {
    for await (const job of jobs) {
      while (isFull()) await Promise.race(pending)
      const thread = threads.reduce((least, one) => (one.atHand < least.atHand ? one : least))
      const done: Promise<void> = thread.run(job).then((result) => {
        arrived.set(result.index, result)
        taking = taking.then(takeInOrder)
        return taking
      })
      const settled = done.finally(() => pending.delete(settled))
      settled.catch(() => undefined) // told below, or by the race
      pending.add(settled)
      index++
    }
    await Promise.all(pending)
    await taking
    return await Promise.all(threads.map((thread) => thread.end()))
  } finally {
    for (const thread of threads) void thread.stop()
  }
}

/** A worker, and who waits for its next answer. */
class Thread {
  private readonly waiting: { resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = []
  private readonly worker: Worker
  private failure: unknown

  constructor(worker: Worker) {
    this.worker = worker
    worker.on('message', (answer: object) => {
      // An error keeps its class only within a thread.
      if ('refused' in answer) this.fail(new UserError(String(answer.refused)))
      else this.waiting.shift()?.resolve(answer)
    })
    worker.on('error', (error) => this.fail(error))
    worker.on('exit', () => this.fail(new Error('a thread ended early')))
  }

  get atHand(): number {
    return this.waiting.length
  }

  run(job: Job): Promise<JobResult> {
    return this.ask(job, 'bytes' in job ? [job.bytes.buffer as ArrayBuffer] : []) as Promise<JobResult>
  }

  end(): Promise<Counted> {
    return this.ask('end') as Promise<Counted>
  }

  stop(): Promise<number> {
    return this.worker.terminate()
  }

  private ask(message: Job | 'end', transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure)
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(message, transfer)
    })
  }

  private fail(error: unknown): void {
    this.failure ??= error
    for (const { reject } of this.waiting.splice(0)) reject(this.failure)
  }
}
