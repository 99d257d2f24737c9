// Starts what was built, asks the route handler, and stops it, whatever happens.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ended = once(server, 'exit')
let printed = ''
server.stdout.setEncoding('utf8').on('data', (text) => (printed += text))
try {
  let port
  for (let turn = 0; turn < 300 && port === undefined && server.exitCode === null; turn++) {
    await sleep(100)
    port = /127\.0\.0\.1:(\d+)/.exec(printed)?.[1]
  }
  if (port === undefined) throw new Error(`no port in ${printed}`)
  const response = await fetch(`http://127.0.0.1:${port}/api/nav`, { signal: AbortSignal.timeout(30_000) })
  const problem = await response.json()
  console.log(response.status, response.headers.get('content-type'), problem.category, problem.reason)
} finally {
  server.kill()
  const late = setTimeout(() => server.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(late)
}
