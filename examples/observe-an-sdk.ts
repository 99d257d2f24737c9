// An SDK has errors and retries of its own. `mode: 'observe'` changes nothing for it; the ApiError is found behind its error.
import { apiErrorOf, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'
import { replay } from './mock/replay.ts'

/** As SDKs are built: it takes a fetch, and throws an error class of its own with the headers of the answer. */
class ModelClient {
  readonly #fetch: typeof fetch
  constructor(options: { fetch: typeof fetch }) {
    this.#fetch = options.fetch
  }
  async complete(prompt: string): Promise<unknown> {
    const response = await this.#fetch('https://api.openai.com/v1/responses', { method: 'POST', body: prompt })
    if (!response.ok) throw Object.assign(new SdkError(`status ${response.status}`), { headers: response.headers })
    return response.json()
  }
}
class SdkError extends Error {}

replay('https://api.openai.com/v1/responses', {
  status: 429,
  body: { error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' } },
})

const observing = wrapFetch(fetch, openai, { mode: 'observe', onError: (error) => console.log('told:', error.reason) })
try {
  await new ModelClient({ fetch: observing }).complete('Hello')
} catch (error) {
  console.log(error instanceof SdkError, apiErrorOf(error)?.recovery)
}
// prints: told: payment-required
// prints: true pay
