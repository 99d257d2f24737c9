// Completion for shells: what @bomb.sh/tab makes of the commands, and the names of the providers.
import tab from '@bomb.sh/tab/commander'
import type { Command } from 'commander'
import { allProviders } from './catalog.ts'

/** Adds `unifault completion <shell>`, and the hidden command that its scripts call. All other commands must be there. */
export function addCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: 'completion' })
  const providers = (complete: (value: string, description: string) => void): void => {
    for (const { id, name } of allProviders()) complete(id, name)
  }
  const words = completion.commands.get('explain')?.arguments.get('words')
  if (words !== undefined) words.handler = providers
  for (const command of ['classify', 'unknown']) {
    const option = completion.commands.get(command)?.options.get('provider')
    if (option !== undefined) option.handler = providers
  }
}
