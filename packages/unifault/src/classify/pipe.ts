// A stage of a pipeline: a line out for each line in, in the same order, written as soon as its block is judged.
import type { Writable } from 'node:stream'
import { blocksOf } from './jobs.ts'
import type { JobResult, RunSetup } from './runner.ts'
import { Tally, unreadTexts } from './tally.ts'
import { runInThreads } from './threads.ts'

/** The program that reads our output has gone: nothing more is read, and nothing is written again. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
  /** Lines that were handed over whole. */
  readonly lines: number

  constructor(lines: number) {
    super(`the reader of standard output has gone; ${lines} lines were written, no further one was judged for it`)
    this.lines = lines
  }
}

/** What a stage came to at the end of its input. */
export interface PipeResult {
  readonly tally: Tally
  readonly lines: number
  /** The first line that could not be read, as a sentence. */
  readonly fault: string | undefined
}

/**
 * Judges lines until the source ends. The next block is read when the one before is written: a slow reader slows the source.
 *
 * @throws ReaderGone where the sink is closed early
 */
export async function judgeLines(
  setup: RunSetup,
  source: AsyncIterable<Uint8Array>,
  sink: Writable,
  threads: number,
): Promise<PipeResult> {
  let lines = 0
  let fault: string | undefined
  const take = async (result: JobResult): Promise<void> => {
    await write(sink, result.output ?? new Uint8Array()).catch((error: unknown) => {
      throw isGone(error) ? new ReaderGone(lines) : error
    })
    if (result.fault !== undefined) fault ??= `-:${lines + result.fault.line}: ${unreadTexts[result.fault.unread]}`
    lines += result.lines
  }
  const tally = new Tally()
  // In a thread even where it is one alone: a thread's memory can be bounded.
  for (const one of await runInThreads(threads, setup, blocksOf(source, 0), take)) tally.add(one.tally)
  return { tally, lines, fault }
}

function write(sink: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (sink.destroyed) reject(sink.errored ?? new ReaderGone(0))
    else sink.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

function isGone(error: unknown): boolean {
  const { code, name } = error as NodeJS.ErrnoException
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || name === 'ReaderGone'
}
