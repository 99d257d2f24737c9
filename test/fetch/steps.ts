import type { IncomingHttpHeaders } from 'node:http'
import { serve, type Served } from './serve.ts'

/** A server that writes the pieces of one answer when it is told, so that tests know the order of things without a clock. */
export interface Steps extends Served {
  /** Writes the next piece of the latest answer, or ends it when there is none left; resolves when it is written. */
  next(): Promise<void>
  /** Breaks the connection in the middle of the body. */
  cut(): void
  /** Resolves when the client has let an answer go. */
  readonly closed: Promise<void>
  /** What was asked. */
  readonly requests: { readonly method: string; readonly headers: IncomingHttpHeaders }[]
}

/**
 * Serves headers and a first piece at once, and all that follows step by step.
 *
 * @param headers a `content-length` is sent as given; without one the body is chunked
 */
export async function serveInSteps(
  status: number,
  headers: Record<string, string | number>,
  ...pieces: string[]
): Promise<Steps> {
  const closed = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  const requests: Steps['requests'] = []
  let write = (_piece: string | undefined): Promise<void> => Promise.resolve()
  let destroy = (): void => undefined
  let at = 1
  const server = await serve((request, response) => {
    requests.push({ method: request.method ?? '', headers: request.headers })
    request.resume()
    response.on('close', closed.resolve)
    destroy = () => void response.destroy()
    write = (piece) =>
      new Promise(
        (resolve) => void (piece === undefined ? response.end(resolve) : response.write(piece, () => resolve())),
      )
    at = 1
    response.writeHead(status, headers)
    const [first] = pieces
    if (first === undefined) response.flushHeaders()
    else response.write(first)
    answered.resolve()
  })
  return {
    url: server.url,
    get hits() {
      return server.hits
    },
    requests,
    closed: closed.promise,
    async next() {
      await answered.promise
      await write(pieces[at++])
    },
    cut: () => destroy(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
