import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on the loopback interface. */
export interface Served extends AsyncDisposable {
  readonly url: string
  /** How many requests came. */
  readonly hits: number
}

/** Serves on a free port of 127.0.0.1 until it is disposed; open connections end with it. */
export async function serve(listener: RequestListener): Promise<Served> {
  let hits = 0
  const server = createServer((request, response) => {
    hits++
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get hits() {
      return hits
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
