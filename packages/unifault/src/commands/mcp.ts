import type { Command } from 'commander'

/** Adds `unifault mcp`. */
export function register(program: Command): void {
  program
    .command('mcp')
    .description(
      'serves explain_code, classify_answer and search_codes to a model, by the Model Context Protocol over standard input and output',
    )
    .action(async () => {
      const { serve } = await import('../mcp/server.ts')
      await serve()
    })
}
