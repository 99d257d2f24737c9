import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

const server = setupServer()

/** Answers in place of a platform for as long as the snippet runs. */
export function replay(url: string, body: string | object, type = 'application/json', status = 200): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const resolve = (): Response => new HttpResponse(text, { status, headers: { 'content-type': type } })
  if (server.listHandlers().length === 0) server.listen({ onUnhandledFrame: 'error' })
  server.use(http.all(url, resolve))
}
