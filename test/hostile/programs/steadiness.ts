// Prints how many bytes each client keeps after some thousand answers, of which every other is an error. Run with --expose-gc.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { agent, clients, outcomeOf } from '../faulty-clients.ts'

const requests = Number(process.argv[2])
const collect = (globalThis as { gc?: () => void }).gc
if (collect === undefined) throw new Error('run with --expose-gc')

let served = 0
const server = createServer((_request, response) => {
  const code = served++ % 2 === 0 ? 7 : 0
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message: `answer ${served}`, padding: 'x'.repeat(2000) }))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

async function inUse(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    collect?.()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const growth: Record<string, number> = {}
for (const [client, send] of Object.entries(clients)) {
  const ask = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++) {
      const outcome = await outcomeOf(send(`${url}${index}?token=secret${index}`, 60_000))
      if (!/^(?:ApiError throttled$|answer)/.test(outcome)) throw new Error(`${client}: ${outcome}`)
    }
  }
  await ask(600) // what is compiled, and what is remembered of origins and paths
  const before = await inUse()
  await ask(requests)
  growth[client] = (await inUse()) - before
}
agent.destroy()
server.closeAllConnections()
server.close()
process.stdout.write(JSON.stringify(growth))
