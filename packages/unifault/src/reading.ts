// The options that say how logs are read and who judges them: `classify` and `unknown` have them.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { JudgeOptions } from './classify/judge.ts'
import type { SetMembers } from './classify/members.ts'
import type { RunResult } from './classify/run.ts'
import type { RunSetup } from './classify/runner.ts'
import { exitCodes, UserError } from './errors.ts'

/** What the options that say who judges and where things stand come to. */
export interface ReadingOptions {
  readonly format?: 'ndjson' | 'json' | 'har' | 'curl'
  readonly provider?: string
  readonly at?: readonly string[]
  readonly use?: readonly string[]
  readonly fallback?: NonNullable<JudgeOptions['fallback']>
  readonly url?: string
  readonly method?: string
  readonly urlMember?: string
  readonly methodMember?: string
  readonly statusMember?: string
  readonly headersMember?: string
  readonly bodyMember?: string
  readonly threads?: number
  readonly progress: boolean
}

/** Several values: separated by commas, or by repeating the option. */
export const list = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  ...text.split(',').filter(Boolean),
]

/** Adds the options to a command. */
export function addReadingOptions(command: Command): Command {
  return command
    .argument('<files...>', 'HAR, NDJSON, JSON or the output of `curl -i`; - for standard input')
    .addOption(
      new Option('--format <format>', 'what the files are, in place of a guess').choices([
        'ndjson',
        'json',
        'har',
        'curl',
      ]),
    )
    .option('--provider <id>', 'one provider judges every answer, whatever its host')
    .option(
      '--at <provider=place>',
      'a host, or a host and path, where a provider is found as well; may be repeated',
      list,
    )
    .option('--use <module>', 'a module that exports providers of your own; may be repeated', list)
    .addOption(
      new Option('--fallback <who>', 'who reads what no provider claims')
        .choices(['generic', 'status', 'none'])
        .default('generic'),
    )
    .option('--url <url>', 'what `curl` was asked for')
    .option('--method <method>', 'how `curl` asked', 'GET')
    .option('--url-member <place>', 'where records have the URL, such as request.url, in place of a guess')
    .option('--method-member <place>', 'where records have the method')
    .option('--status-member <place>', 'where records have the status')
    .option('--headers-member <place>', 'where records have the headers of the answer')
    .option('--body-member <place>', 'where records have the body of the answer')
    .option('--threads <count>', 'threads that judge lines', readCount)
    .option('--no-progress', 'no bar on a terminal')
}

function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('expected a number from 1 to 64')
  return count
}

/** What every thread is told. */
export function setupOf(options: ReadingOptions): RunSetup {
  const { provider, at, use, fallback } = options
  return { judge: { provider, at, use, fallback }, members: membersOf(options) }
}

function membersOf({ urlMember, methodMember, statusMember, headersMember, bodyMember }: ReadingOptions): SetMembers {
  const given = { url: urlMember, method: methodMember, status: statusMember, headers: headersMember, body: bodyMember }
  return Object.fromEntries(Object.entries(given).filter(([, place]) => place !== undefined)) as SetMembers
}

/** Runs over the files and counts. */
export async function runOver(files: readonly string[], options: ReadingOptions): Promise<RunResult> {
  if (files.filter((file) => file === '-').length > 1)
    throw new UserError('standard input is named twice', { expected: '- once' })
  const { run } = await import('./classify/run.ts')
  const { format, url, method, threads, progress } = options
  const setup = setupOf(options)
  const result = await run({ setup, files, format, url, method, threads, progress })
  // Where a place is misspelt, answers are judged without what stands there: nobody would see why.
  for (const [part, place] of Object.entries(setup.members))
    if (!Object.hasOwn(result.tally.members, part))
      process.stderr.write(`unifault: --${part}-member ${place}: no record has anything there\n`)
  return result
}

/** Files in which nothing tells of an answer, and empty ones, are most likely not what was meant: a run over them must not look like one without errors. */
export function tellOfNoAnswer({ tally }: RunResult): void {
  if (tally.answers > 0) return
  process.stderr.write(
    'unifault: no answer was found; expected records with a status, a body beside a url, or an error, or what `curl -i` prints\n',
  )
  process.exitCode = exitCodes.negative
}
