// The command line: which commands there are, and what their failures look like. A command is loaded when it is asked for.
import { Command, CommanderError } from 'commander'
import { exitCodes, UserError } from './errors.ts'
import { version } from './version.ts'

/** A module of a command: it adds the command to the program. What only the run needs, it loads in the run. */
interface CommandModule {
  register(program: Command): void
}

const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  explain: () => import('./commands/explain.ts'),
  import: () => import('./commands/import.ts'),
  mock: () => import('./commands/mock.ts'),
  classify: () => import('./commands/classify.ts'),
  unknown: () => import('./commands/unknown.ts'),
  mcp: () => import('./commands/mcp.ts'),
}

/** The command that the arguments name; every one where they name none, for the list of commands. */
async function registerCommands(program: Command, parameters: readonly string[]): Promise<void> {
  const named = parameters[0] ?? ''
  const wanted = Object.hasOwn(commands, named) ? [named] : Object.keys(commands)
  for (const name of wanted) (await commands[name]?.())?.register(program)
  // Completion knows all commands. `complete` is what the scripts of the shells call.
  if (wanted.length > 1) (await import('./completion.ts')).addCompletion(program)
}

/**
 * Runs the command line.
 *
 * @param parameters what stands after the program's name
 * @returns the exit code; a command may set `process.exitCode` as well, which then counts
 */
export async function run(parameters: readonly string[]): Promise<number> {
  const program = new Command('unifault')
    .description('Explains the error codes of API platforms, and tells what answers mean.')
    .version(version())
    .showHelpAfterError('(unifault --help shows what there is)')
    .exitOverride()
  // `unifault explain 400 | head`: the rest is nobody's to read.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === 'EPIPE' ? exitCodes.readerGone : exitCodes.usage
    if (error.code !== 'EPIPE') process.stderr.write(`unifault: standard output cannot be written: ${error.message}\n`)
  })
  // Nobody is left to be told.
  process.stderr.on('error', () => undefined)
  try {
    await registerCommands(program, parameters)
    await program.parseAsync(parameters, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    // Help and version are thrown as well; commander has already written what there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    if (error instanceof UserError) {
      process.stderr.write(`unifault: ${error.message}\n`)
      return exitCodes.usage
    }
    process.stderr.write(`unifault: a defect of unifault: ${error instanceof Error ? error.stack : String(error)}\n`)
    return exitCodes.defect
  }
}
