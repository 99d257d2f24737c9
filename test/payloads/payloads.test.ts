import { type ApiError, createClassifier } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientsFor, essence } from './clients.ts'
import { type Payload, readPayloads } from '../../packages/providers/scripts/read-payloads.ts'

let current: Payload | undefined

const server = setupServer(
  http.all('*', () => {
    if (current === undefined) return HttpResponse.error()
    const { status, headers, body } = current
    const isBare = status === 204 || status === 205 || status === 304
    return new HttpResponse(isBare ? null : body, { status, headers })
  }),
)

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

/** The payload as it is, and under HTTP 400 where the body's code alone decides. */
function forms(payload: Payload, error: ApiError | undefined): Payload[] {
  const isByCode = error?.matchedBy.by === 'code' && error.matchedBy.row?.when === undefined
  return payload.status === 200 && isByCode ? [payload, { ...payload, status: 400 }] : [payload]
}

describe.each(allProviders.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const classify = createClassifier(provider)
  const clients = clientsFor(provider)

  for (const [client, send] of Object.entries(clients))
    test(`every payload is judged through ${client} as by the classifier, at its own status and at 400`, async () => {
      // An event of a stream is no answer of its own.
      for (const payload of readPayloads(id).filter(({ event }) => event === undefined)) {
        for (const form of forms(payload, classify(payload))) {
          current = form
          const error = await send(form)
          expect(essence(error), `${form.title} (HTTP ${form.status})`).toEqual(essence(classify(form)))
        }
      }
    })
})
