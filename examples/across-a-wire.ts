// From a worker, a server or an Electron process to the page: the error goes as JSON, and is an ApiError again on the other side.
import { MessageChannel } from 'node:worker_threads'
import { apiErrorFrom, isApiError, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'

const answer = { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } }
const init = { status: 401, headers: { 'x-request-id': 'req_0001' } }
// In life: wrapFetch(fetch, openai)
const apiFetch = wrapFetch(async () => Response.json(answer, init), openai)
const { port1, port2 } = new MessageChannel()

// Here, for example in a worker:
await apiFetch('https://api.openai.com/v1/models').catch((error: unknown) => {
  if (isApiError(error)) port1.postMessage(error.toJSON())
})

// There:
port2.once('message', (json) => {
  const error = apiErrorFrom(json)
  console.log(isApiError(error), error?.category, error?.recovery, error?.requestId)
})
// prints: true auth fix-config req_0001
