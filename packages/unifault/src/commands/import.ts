import type { Command } from 'commander'

/** Adds `unifault import`. */
export function register(program: Command): void {
  program
    .command('import')
    .description('makes a table and a provider of a published page of error codes')
    .argument('<document>', 'Markdown, reStructuredText, HTML, CSV, TSV or text; - reads standard input')
    .option('--provider <id>', 'the id of the provider, such as acme')
    .option('--out <folder>', 'where catalog/<id>/*.tsv and src/<id>.ts are written; without it the table is printed')
    .option('--envelope <places>', 'where code, message and request id stand in an answer, such as errcode,errmsg')
    .option('--source <url>', 'where the page is published; the rows cite it')
    .option('--list <number>', 'takes one list of a document that has several')
    .option('--json', 'prints rows, doubts and notes as JSON')
    .option('--force', 'writes over files that are there')
    .option('--no-ask', 'asks for no doubtful reason, on a terminal neither')
    .action(async (document: string, { ask, ...options }: Record<string, string | undefined> & { ask: boolean }) => {
      const { importDocument } = await import('../import/import.ts')
      const { askOnTerminal, canAsk } = await import('../import/ask.ts')
      process.exitCode = await importDocument(document, options, {
        out: (text) => process.stdout.write(text),
        tell: (line) => process.stderr.write(`${line}\n`),
        ask: ask && document !== '-' && canAsk() ? askOnTerminal : undefined,
      })
    })
}
