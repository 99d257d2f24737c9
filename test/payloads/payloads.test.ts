import { type ApiError, createClassifier } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import { afterAll, describe, expect, test } from 'vitest'
import { answerWith } from './answer-with.ts'
import { clientsFor, essence } from './clients.ts'
import { type Payload, readPayloads } from '../../packages/providers/scripts/read-payloads.ts'

let current: Payload | undefined
const answerer = await answerWith(() => current)
afterAll(() => answerer[Symbol.asyncDispose]())

/** The payload as it is, and under HTTP 400 where the body's code alone decides. */
function forms(payload: Payload, error: ApiError | undefined): Payload[] {
  const isByCode = error?.matchedBy.by === 'code' && error.matchedBy.row?.when === undefined
  return payload.status === 200 && isByCode ? [payload, { ...payload, status: 400 }] : [payload]
}

describe.each(allProviders.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const classify = createClassifier(provider)
  const clients = clientsFor(provider, answerer)

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
