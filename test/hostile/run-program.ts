import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs one of the programs beside this file in a process of its own, and gives what it printed, as a value. */
export async function runProgram(name: string, world = '', ...options: readonly string[]): Promise<unknown> {
  const program = join(import.meta.dirname, 'programs', `${name}.ts`)
  const env = { ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1' }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=unifault-source', ...options, program, world],
    {
      env,
      maxBuffer: 1e8,
    },
  )
  return JSON.parse(stdout)
}
