import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** A body, text or JSON, and what comes with it. */
export interface Recorded {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | object
}

const server = setupServer()

/** Answers in place of a server: requests for this address get the recorded answers in turn, and the last one from then on. */
export function replay(url: string, ...answers: readonly [Recorded, ...Recorded[]]): void {
  let count = 0
  const resolve = (): Response => {
    const { status = 200, headers = {}, body } = answers[Math.min(count++, answers.length - 1)] ?? answers[0]
    if (typeof body === 'string') return new HttpResponse(body, { status, headers })
    return new HttpResponse(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })
  }
  if (server.listHandlers().length === 0) server.listen({ onUnhandledFrame: 'error' })
  server.use(http.all(url, resolve))
}
