import * as http from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { answers } from './answers.ts'

/** A running replay. */
export interface Replay {
  /** For clients of Node's http. */
  readonly agent: http.Agent
  stop(): void
}

/**
 * A server on the loopback interface that answers in place of the platforms: the clients ask for the real addresses, so that each
 * provider is found by its real host, and no request leaves the machine. fetch is led here as to a proxy, Node's http by the agent.
 */
export async function startReplay(): Promise<Replay> {
  const server = http.createServer((request, response) => {
    const url = new URL((request.url ?? '/').replace(/^\/(?=http:)/, ''), `http://${request.headers.host}`).href
    const answer = answers.find((one) => one.url === url && one.method === request.method)
    response.writeHead(answer?.status ?? 501, answer?.headers)
    response.end(answer?.body ?? `Nothing recorded for ${request.method} ${url}`)
  })
  // fetch opens a tunnel even for plain HTTP; its other end is this server.
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    server.emit('connection', socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const restore = leadFetch(`http://127.0.0.1:${port}`)
  return {
    agent: Object.assign(new http.Agent(), { createConnection: () => connect(port, '127.0.0.1') }),
    stop() {
      restore()
      server.close()
      server.closeAllConnections()
    },
  }
}

function leadFetch(proxy: string): () => void {
  const { setGlobalProxyFromEnv } = http as Partial<typeof http>
  // Without a `no_proxy` of its own, and an empty one is none, the environment's would let requests out.
  if (setGlobalProxyFromEnv) return setGlobalProxyFromEnv({ http_proxy: proxy, no_proxy: 'none.invalid' })
  // Node 22 leads fetch to no proxy: there the server is asked itself, and finds the address in the path.
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const asked = new Request(input, init)
    return fetch(new Request(`${proxy}/${asked.url}`, asked))
  }
  return () => void (globalThis.fetch = fetch)
}
