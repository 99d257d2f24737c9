import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a server of a test got it, its body read. */
export interface Received {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What it answers. */
export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: unknown
  /** Before it answers, in milliseconds. */
  readonly after?: number
}

/** A server on the loopback interface. */
export interface TestServer {
  readonly url: string
  readonly received: Received[]
  close(): Promise<void>
}

/** Starts a server whose answers a function gives; `undefined` breaks the connection. */
export async function serve(answer: (request: Received, count: number) => Answer | undefined): Promise<TestServer> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    void reply(request, response)
  })

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method = '', headers } = request
    const got = { method, headers, body, url: new URL(request.url ?? '', 'http://localhost') }
    received.push(got)
    const given = answer(got, received.length)
    if (given === undefined) {
      request.socket.destroy()
      return
    }
    if (given.after) await new Promise((resolve) => setTimeout(resolve, given.after))
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers })
    response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {}))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
