// A server on this machine that answers as a platform does: one answer after another, the last one for all that follow.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown
  /** A stream of events instead of a body. */
  readonly events?: readonly string[]
  /** No answer comes. */
  readonly isSilent?: boolean
}

export interface Loopback extends AsyncDisposable {
  readonly origin: string
  /** How many requests have come. */
  readonly count: () => number
}

/** Nothing here takes longer: whatever hangs is ended. */
const most = 20_000

/** @param answers `'refused'`: nobody listens there */
export async function serve(answers: readonly Answer[] | 'refused'): Promise<Loopback> {
  let count = 0
  const server = createServer({ requestTimeout: most }, (request, response) => {
    const answer = answers === 'refused' ? undefined : (answers[count] ?? answers.at(-1))
    count++
    request.resume().on('end', () => void send(response, answer ?? {}, request))
  })
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  if (answers === 'refused') await close()
  const timer = setTimeout(() => void close(), most)
  timer.unref()
  return {
    origin: `http://127.0.0.1:${port}`,
    count: () => count,
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      if (server.listening) await close()
    },
  }
}

async function send(response: ServerResponse, answer: Answer, { method }: IncomingMessage): Promise<void> {
  const { status = 200, headers, body, events, isSilent } = answer
  if (isSilent === true) return
  if (events !== undefined) {
    response.writeHead(status, { 'content-type': 'text/event-stream; charset=utf-8', ...headers })
    for (const event of events) {
      response.write(event)
      // Each comes as a piece of its own.
      await new Promise((resolve) => setImmediate(resolve))
    }
    response.end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  response.end(method === 'HEAD' ? undefined : text)
}
