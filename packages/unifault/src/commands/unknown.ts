import { styleText } from 'node:util'
import type { Command } from 'commander'
import { addReadingOptions, type ReadingOptions, runOver, tellOfNoAnswer } from '../reading.ts'

interface UnknownOptions extends ReadingOptions {
  readonly asTsv?: boolean
  readonly json?: boolean
}

/** Adds `unifault unknown`. */
export function register(program: Command): void {
  addReadingOptions(program.command('unknown').description('counts the codes in logs that no table knows'))
    .option(
      '--as-tsv',
      'prints them as rows for the catalog: the reason as the words propose it, the source left to fill in',
    )
    .option('--json', 'prints them as JSON')
    .action(unknown)
}

async function unknown(files: readonly string[], options: UnknownOptions): Promise<void> {
  const result = await runOver(files, options)
  const { unknownCodes } = await import('../classify/report.ts')
  const { contributionOf, proposalOf } = await import('../classify/contribute.ts')
  const { percentOf } = await import('../explain/show.ts')
  const { words } = await import('@unifault/providers/words')
  const codes = unknownCodes(result)
  for (const fault of result.faults) process.stderr.write(`unifault: ${fault}\n`)
  tellOfNoAnswer(result)
  if (options.asTsv === true) {
    const listed = codes.filter(({ code }) => code !== '(others)')
    process.stdout.write(contributionOf(listed, words))
    return
  }
  const shown = codes.map((one) => ({ ...one, proposal: proposalOf(one, words) }))
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ v: 1, answers: result.tally.answers, codes: shown }, undefined, 2)}\n`)
    return
  }
  process.stdout.write(`${codes.length} codes that no table knows, in ${result.tally.answers} answers\n`)
  const width = String(shown[0]?.count ?? 0).length
  for (const { provider, host, dialect, code, count, message, proposal } of shown) {
    const whose = [host ?? provider, dialect].filter((part) => part !== undefined).join('/')
    const sure =
      proposal === undefined ? '' : styleText('dim', `  ${proposal.reason}, ${percentOf(proposal.confidence)} % sure`)
    process.stdout.write(`  ${String(count).padStart(width)}  ${styleText('bold', `${whose} ${code}`)}${sure}\n`)
    if (message !== undefined) process.stdout.write(`  ${' '.repeat(width)}  ${message.slice(0, 160)}\n`)
  }
}
