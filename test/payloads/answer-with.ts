import { Agent, type ClientRequest, type IncomingMessage, request, type RequestOptions } from 'node:http'
import { serve } from '../fetch/serve.ts'
import type { Payload } from '../../packages/providers/scripts/read-payloads.ts'
import type { Sending } from './clients.ts'

/** Answers every request with the current payload, whatever its URL, over a connection to a server of this process. */
export async function answerWith(current: () => Payload | undefined): Promise<Required<Sending> & AsyncDisposable> {
  const server = await serve((_request, response) => {
    const { status, headers, body } = current() ?? { status: 500, headers: {}, body: 'nothing was to be sent' }
    const isBare = status === 204 || status === 205 || status === 304
    response.writeHead(status, headers).end(isBare ? '' : body)
  })
  const { hostname, port } = new URL(server.url)
  const agent = new Agent({ keepAlive: true })
  return {
    fetch: async (input, init) => {
      const { url, method } = new Request(input, init)
      return Object.defineProperty(await fetch(server.url, { method }), 'url', { value: url })
    },
    transport: {
      request: (options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest =>
        request({ ...options, agent, protocol: 'http:', hostname, port }, callback),
    },
    [Symbol.asyncDispose]: async () => {
      agent.destroy()
      await server[Symbol.asyncDispose]()
    },
  }
}
