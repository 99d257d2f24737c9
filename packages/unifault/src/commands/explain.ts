import type { Command } from 'commander'
import { exitCodes } from '../errors.ts'

/** Adds `unifault explain`. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('tells what a code of a provider means')
    .argument('<provider>', 'the id of the provider, such as bilibili')
    .argument('<code>', 'the code as the platform writes it; what begins with a minus may stand as it is')
    .allowUnknownOption()
    .action(async (provider: string, code: string) => {
      const { rowsOf } = await import('../catalog.ts')
      const found = rowsOf(provider).filter((row) => row.code === code)
      if (found.length === 0) {
        process.stderr.write(`unifault: the catalog has no code ${code} of ${provider}\n`)
        process.exitCode = exitCodes.negative
      }
      for (const { dialect, reason, zh, en, source } of found)
        process.stdout.write(`${provider} ${code} (${dialect}): ${reason}\n  ${zh}\n  ${en}\n  ${source}\n`)
    })
}
