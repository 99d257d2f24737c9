import { http, HttpResponse } from 'msw'
import type { SetupServer } from 'msw/node'

/** An answer of the mocked server; a body that is no text is sent as JSON, `'cut'` fails on the way. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | 'cut'

/**
 * Answers a URL with these in turn, and with the last again and again.
 *
 * @returns the requests that came
 */
export function replay(server: SetupServer, url: string, ...replies: Reply[]): Request[] {
  const requests: Request[] = []
  server.use(
    http.all(url, ({ request }) => {
      const reply = replies[Math.min(requests.length, replies.length - 1)] ?? {}
      requests.push(request.clone())
      if (reply === 'cut') return HttpResponse.error()
      const { status = 200, headers = {}, body = '' } = reply
      if (typeof body === 'string') return new HttpResponse(body === '' ? null : body, { status, headers })
      return HttpResponse.json(body as Record<string, unknown>, { status, headers })
    }),
  )
  return requests
}
