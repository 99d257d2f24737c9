import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** Answers in place of a platform for as long as the snippet runs. */
export function replay(url: string, body: string | object, type = 'application/json'): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const resolve = (): Response => new HttpResponse(text, { headers: { 'content-type': type } })
  setupServer(http.all(url, resolve)).listen({ onUnhandledFrame: 'error' })
}
