// A run over files and standard input: what each is, who judges it, and what is counted in all.
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { UserError } from '../errors.ts'
import { CurlReader } from './curl.ts'
import { checkEncoding, type Format, formatOf, headSize } from './format.ts'
import { blocksOf, noDocument, rangesOf, valuesOf } from './jobs.ts'
import { LineCutter } from './line-cutter.ts'
import { showProgress, type Progress } from './progress.ts'
import type { Job, JobResult, Runner, RunSetup } from './runner.ts'
import { Tally, unreadTexts } from './tally.ts'
import { runInThreads } from './threads.ts'

export interface RunOptions {
  readonly setup: RunSetup
  /** Paths; `-` is standard input. */
  readonly files: readonly string[]
  readonly format?: Format | undefined
  /** What `curl` was asked for. */
  readonly url?: string | undefined
  readonly method?: string | undefined
  readonly threads?: number | undefined
  readonly progress: boolean
}

export interface RunResult {
  readonly tally: Tally
  /** The first error, whole, as `toJSON` gives it. */
  readonly first: Record<string, unknown> | undefined
  /** A sentence for each file that has lines that could not be read: the first of them. */
  readonly faults: readonly string[]
  readonly milliseconds: number
}

/** 8 MiB. */
const enoughForThreads = 8_388_608
const mostThreads = 3
const blockSize = 1_048_576

interface Input {
  readonly name: string
  readonly format: Format
  /** In bytes; undefined where it comes through a pipe. */
  readonly size: number | undefined
  readonly isArray: boolean
  /** It is read once, and from its beginning. */
  readonly isPiped: boolean
  readonly open: () => AsyncIterable<Buffer>
}

export async function run({
  setup,
  files,
  format,
  url,
  method,
  threads,
  progress: isShown,
}: RunOptions): Promise<RunResult> {
  const started = performance.now()
  const inputs: Input[] = []
  for (const file of files) inputs.push(await inputOf(file, format))
  const judged = inputs.filter((input) => input.format !== 'curl')
  const size = sum(inputs)
  const progress = await showProgress(size, isShown)
  const tally = new Tally()
  const firsts: Runner['first'][] = []
  const faults: string[] = []
  try {
    let made: Runner | undefined
    // What judges is loaded here only where this thread does: else the threads would wait for it.
    const here = async (): Promise<Runner> => (made ??= await (await import('./runner.ts')).Runner.create(setup))
    const jobs = jobsOf(judged)
    const take = (result: JobResult): void => {
      progress.advance(result.bytes)
      jobs.told(result, faults)
    }
    if (threads === undefined && isSmall(sum(judged)))
      for await (const job of jobs.all()) {
        take((await here()).run(job))
        // Between two jobs the bar is drawn, and a signal is heard.
        await setImmediate()
      }
    else {
      const count = threads ?? Math.min(availableParallelism(), mostThreads)
      for (const one of await runInThreads(count, setup, jobs.all(), take)) {
        tally.add(one.tally)
        firsts.push(one.first)
      }
    }
    for (const input of inputs)
      if (input.format === 'curl') await readCurl(input, await here(), { url, method }, progress)
    if (made !== undefined) {
      tally.add(made.tally)
      firsts.push(made.first)
    }
  } finally {
    progress.end()
  }
  const first = firsts.filter((one) => one !== undefined).sort((a, b) => a.index - b.index)[0]?.error
  return { tally, first, faults, milliseconds: performance.now() - started }
}

function sum(inputs: readonly Input[]): number | undefined {
  let total = 0
  for (const { size } of inputs) {
    if (size === undefined) return undefined
    total += size
  }
  return total
}

/** Less is judged here: a thread takes longer to start. */
function isSmall(size: number | undefined): boolean {
  return size !== undefined && size < enoughForThreads
}

/** The jobs of all inputs in one row, and the place in its input of each that is told. */
function jobsOf(inputs: readonly Input[]): {
  all(): AsyncGenerator<Job>
  told(result: JobResult, faults: string[]): void
} {
  const begun: { input: Input; index: number }[] = []
  let lines = 0
  let current = -1
  let isTold = false
  return {
    async *all() {
      let index = 0
      for (const input of inputs) {
        begun.push({ input, index })
        const { name, format, isArray, isPiped } = input
        const jobs =
          format !== 'ndjson'
            ? valuesOf(input.open(), name, format === 'har' ? 'har' : isArray ? 'array' : 'values', blockSize, index)
            : isPiped
              ? blocksOf(input.open(), blockSize, index)
              : rangesOf(name, input.size ?? 0, index)
        for await (const job of jobs) {
          yield job
          index++
        }
      }
    },
    // Results come in the order of the jobs, so the lines before one are known.
    told(result, faults) {
      const at = begun.findLastIndex(({ index }) => index <= result.index)
      if (at !== current) {
        current = at
        lines = 0
        isTold = false
      }
      const { name = '', format } = begun[at]?.input ?? {}
      if (result.fault !== undefined && !isTold) {
        isTold = true
        const { line, unread } = result.fault
        if (format !== 'ndjson' && unread === 'no-json') throw noDocument(name, 'an entry is no JSON', lines + line - 1)
        const where = format === 'ndjson' ? `${name}:${lines + line}:` : `${name}: entry ${lines + line}`
        faults.push(`${where} ${unreadTexts[unread]}`)
      }
      lines += result.lines
    },
  }
}

async function inputOf(file: string, format: Format | undefined): Promise<Input> {
  const about = (head: Uint8Array): Pick<Input, 'name' | 'format' | 'isArray'> => {
    checkEncoding(head, file)
    const isArray = /^\s*\[/.test(Buffer.from(head).toString())
    return { name: file, format: format ?? formatOf(head, file), isArray }
  }
  const piped = pipedSource(file)
  if (piped === undefined) {
    const { size, head } = readHead(file)
    return { ...about(head), size, isPiped: false, open: () => createReadStream(file) }
  }
  const source = piped[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let length = 0
  let isWhole = false
  while (length < headSize && !isWhole) {
    const { value, done } = await source.next().catch((error: unknown) => {
      throw unreadable(file, error)
    })
    if (done === true) isWhole = true
    else {
      pieces.push(value)
      length += value.length
    }
  }
  const size = isWhole ? length : undefined
  return { ...about(Buffer.concat(pieces)), size, isPiped: true, open: () => afterHead(pieces, source) }
}

/** What is read once, from its beginning: standard input, and a name that stands for a pipe, such as `<(curl -i …)` makes. */
function pipedSource(file: string): AsyncIterable<Buffer> | undefined {
  if (file === '-') return process.stdin
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined || found.isFile() || found.isDirectory() ? undefined : createReadStream(file)
}

async function* afterHead(pieces: readonly Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* pieces
  for (;;) {
    const { value, done } = await source.next()
    if (done === true) return
    yield value
  }
}

function readHead(file: string): { size: number; head: Uint8Array } {
  try {
    const { size } = statSync(file)
    const handle = openSync(file, 'r')
    try {
      const head = Buffer.alloc(headSize)
      return { size, head: head.subarray(0, readSync(handle, head, 0, headSize, 0)) }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, error: unknown): UserError {
  return new UserError(`cannot be read: ${(error as Error).message}`, {
    file,
    expected: 'a file, or - for standard input',
  })
}

async function readCurl(
  { open }: Input,
  runner: Runner,
  { url, method }: Pick<RunOptions, 'url' | 'method'>,
  progress: Progress,
): Promise<void> {
  const reader = new CurlReader({ url, method: method ?? 'GET' }, (exchange) => runner.exchange(exchange))
  const cutter = new LineCutter()
  const read = (lines: Iterable<string | undefined>): void => {
    for (const line of lines) reader.line(line ?? '')
  }
  for await (const bytes of open()) {
    read(cutter.cut(bytes))
    progress.advance(bytes.length)
  }
  read(cutter.end())
  reader.end()
}
