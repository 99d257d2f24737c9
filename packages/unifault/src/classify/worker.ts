// A thread that judges. It is told jobs and answers each with what it came to; at `end` it hands over what it counted.
import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { type Job, Runner, type RunSetup } from './runner.ts'

const port = parentPort
if (port === null) throw new Error('this module is run as a thread')
const runner = await Runner.create(workerData as RunSetup).catch((error: unknown) => {
  if (!(error instanceof UserError)) throw error
  port.postMessage({ refused: error.message })
  port.close()
  return undefined
})

if (runner !== undefined)
  port.on('message', (job: Job | 'end') => {
    if (job === 'end') {
      port.postMessage({ tally: runner.tally.data(), first: runner.first })
      port.close()
      return
    }
    port.postMessage(runner.run(job))
  })
