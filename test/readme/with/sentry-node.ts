// The part of `@sentry/node` that is Sentry's own for every runtime, with a transport that prints what would be sent.
import { createTransport, type ErrorEvent, type Event, type EventHint, setCurrentClient } from '@sentry/core'
import { ServerRuntimeClient } from '@sentry/core/server'

export { captureException, flush } from '@sentry/core'

export function init(options: {
  readonly dsn: string
  readonly beforeSend: (event: ErrorEvent, hint: EventHint) => ErrorEvent | null
}): void {
  const client = new ServerRuntimeClient({
    ...options,
    integrations: [],
    stackParser: () => [],
    transport: (given) => createTransport(given, ({ body }) => Promise.resolve(print(String(body)))),
  })
  setCurrentClient(client)
  client.init()
}

function print(envelope: string): { statusCode: number } {
  const { fingerprint, tags } = JSON.parse(envelope.split('\n')[2] ?? '{}') as Event
  console.log('sent', fingerprint, tags)
  return { statusCode: 200 }
}
