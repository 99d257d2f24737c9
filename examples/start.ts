// Answers as eight platforms send them, through three clients, as one shape. `pnpm start` runs it; nothing leaves this machine.
import { type ApiError, isApiError } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import { iyune } from '@unifault/providers/iyune'
import { type Answer, answers } from './start/answers.ts'
import { type Call, createClients } from './start/create-clients.ts'
import { printSteps } from './start/print-steps.ts'
import { type Outcome, printTable } from './start/print-table.ts'
import { startReplay } from './start/start-replay.ts'

async function errorOf(call: Call, answer: Answer): Promise<ApiError | undefined> {
  try {
    await call(answer.method, answer.url)
    return undefined
  } catch (error) {
    if (isApiError(error) && error.status === answer.status) return error
    throw error // not the recorded answer: the replay does not work here
  }
}

function gist(error: ApiError | undefined): string {
  return error === undefined
    ? 'success'
    : [error.category, error.reason, error.code, error.retry, error.status].join(' ')
}

const replay = await startReplay()
const byHost = createClients(allProviders, replay.agent)
// iyune has no known host, so it cannot be found by one: its clients are bound to it.
const bound = createClients(iyune, replay.agent)

const outcomes: Outcome[] = []
let disagreements = 0
for (const answer of answers) {
  const clients = answer.platform === 'iyune' ? bound : byHost
  const errors = new Map<string, ApiError | undefined>()
  for (const [client, call] of Object.entries(clients)) errors.set(client, await errorOf(call, answer))
  if (new Set([...errors.values()].map(gist)).size > 1) {
    disagreements++
    for (const [client, error] of errors)
      console.log(`${answer.method} ${answer.url} through ${client}: ${gist(error)}`)
  }
  outcomes.push({ answer, error: errors.get('axios') })
}
replay.stop()

printTable(outcomes)

printSteps(outcomes)

const errors = outcomes.filter(({ error }) => error !== undefined).length
console.log(`\n${answers.length} answers: ${errors} errors, ${answers.length - errors} successes.`)
console.log(`axios, ky and fetch ${disagreements === 0 ? 'agree on all of them' : `disagree on ${disagreements}`}.`)
if (disagreements > 0) process.exitCode = 1
// prints: axios, ky and fetch agree on all of them.
