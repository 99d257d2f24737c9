import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const answers: Readonly<Record<string, readonly [status: number, body: string]>> = {
  '/refused': [200, '{"code":-101,"message":"账号未登录","ttl":1}'],
  '/fine': [200, '{"code":0,"data":1}'],
  '/unavailable': [503, '{"message":"later"}'],
}

/** The server that all runtimes ask: answers, a body that is cut, and one that never comes. Browsers may read it, but not its `retry-after`. */
export async function serveAnswers(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    const wait = url === '/refused' ? { 'retry-after': '3' } : {}
    const headers = { ...cors, ...wait, 'content-type': 'application/json; charset=utf-8' }
    const [status, body] = answers[url] ?? [404, '']
    if (url === '/hang') return
    if (url === '/page')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<title>conformance</title>')
    if (url === '/cut') {
      response.writeHead(200, { ...headers, 'content-length': 100 }).write('{"code":')
      setTimeout(() => response.destroy(), 20)
    } else response.writeHead(status, headers).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
