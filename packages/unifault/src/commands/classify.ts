import { type Command, Option } from 'commander'
import type { LineField } from '../classify/told-fields.ts'
import { exitCodes, UserError } from '../errors.ts'
import { addReadingOptions, list, type ReadingOptions, runOver, setupOf, tellOfNoAnswer } from '../reading.ts'

interface ClassifyOptions extends ReadingOptions {
  readonly json?: boolean
  readonly csv?: boolean
  readonly failOn?: readonly string[]
  readonly lines?: boolean
  readonly copy?: readonly string[]
  readonly fields?: readonly LineField[]
  readonly message?: boolean
}

/** Adds `unifault classify`. */
export function register(program: Command): void {
  addReadingOptions(program.command('classify').description('tells what the answers in logs mean, and counts them'))
    .option('--json', 'prints the summary as JSON')
    .addOption(new Option('--csv', 'prints a row for each kind of error').conflicts('json'))
    .option('--fail-on <reasons>', 'categories or reasons, separated by commas, that make the exit code 1', list)
    .addOption(
      new Option('--lines', 'writes a verdict for each line of standard input, in place of a summary').conflicts([
        'json',
        'csv',
        'failOn',
      ]),
    )
    .option('--copy <members>', 'with --lines: members of the line that its verdict has as well', list)
    .option('--fields <members>', 'with --lines: what each verdict has, null where there is nothing to say', list)
    .option('--message', "with --lines: the platform's own words, cleaned of secrets")
    .action((files: readonly string[], options: ClassifyOptions) =>
      options.lines === true ? classifyLines(files, options) : classify(files, options),
    )
}

async function classify(files: readonly string[], options: ClassifyOptions): Promise<void> {
  await checkFailOn(options.failOn)
  const result = await runOver(files, options)
  const { csvOf, summaryOf, textOf } = await import('../classify/report.ts')
  if (options.csv === true) process.stdout.write(csvOf(result))
  else if (options.json === true) process.stdout.write(`${JSON.stringify(summaryOf(result), undefined, 2)}\n`)
  else process.stdout.write(textOf(result))
  const { categories, reasons } = summaryOf(result)
  const isFound = options.failOn?.some((name) => (categories[name] ?? reasons[name] ?? 0) > 0)
  if (isFound === true) process.exitCode = exitCodes.negative
  tellOfNoAnswer(result)
}

async function classifyLines(files: readonly string[], options: ClassifyOptions): Promise<void> {
  if (files.length !== 1 || files[0] !== '-')
    throw new UserError(`--lines ${files.join(' ')}`, { expected: '- as the only file' })
  if (options.format !== undefined && options.format !== 'ndjson')
    throw new UserError(`--lines --format ${options.format}`, { expected: 'ndjson, a JSON object a line' })
  const { judgeLines, ReaderGone } = await import('../classify/pipe.ts')
  const { lineFields } = await import('../classify/told-fields.ts')
  const wrong = options.fields?.find((name) => !lineFields.includes(name))
  if (wrong !== undefined) throw new UserError(`--fields ${wrong}`, { expected: `one of ${lineFields.join(', ')}` })
  const lines = {
    copy: options.copy ?? [],
    fields: options.fields,
    message: options.message === true || options.fields?.includes('message') === true,
  }
  try {
    const result = await judgeLines({ ...setupOf(options), lines }, process.stdin, process.stdout, options.threads ?? 1)
    const { unread } = result.tally
    const count = Object.values(unread).reduce((sum, one) => sum + one, 0)
    if (count > 0)
      process.stderr.write(
        `unifault: ${count} of ${result.lines} lines have no verdict${result.fault === undefined ? '' : `; the first that could not be read is ${result.fault}`}\n`,
      )
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error
    process.stderr.write(`unifault: ${error.message}\n`)
    process.exitCode = exitCodes.readerGone
  }
}

async function checkFailOn(names: readonly string[] | undefined): Promise<void> {
  if (names === undefined) return
  const { categoryOf, reasons } = await import('@unifault/core')
  const known = [...new Set(reasons.map((reason) => categoryOf(reason))), ...reasons] as readonly string[]
  const wrong = names.find((name) => !known.includes(name))
  if (wrong !== undefined) throw new UserError(`--fail-on ${wrong}`, { expected: `one of ${known.join(', ')}` })
}
