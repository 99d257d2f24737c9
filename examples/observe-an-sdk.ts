// An SDK has errors and retries of its own. `mode: 'observe'` changes nothing for it; the ApiError is found behind its error.
// The class has the shape of `OpenAI` of the package openai: in life, import that.
import { apiErrorOf, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'

class SdkError extends Error {}
class OpenAI {
  readonly #fetch: typeof fetch
  constructor(options: { apiKey: string; fetch: typeof fetch }) {
    this.#fetch = options.fetch
  }
  async ask(input: string): Promise<unknown> {
    const response = await this.#fetch('https://api.openai.com/v1/responses', { method: 'POST', body: input })
    if (!response.ok) throw Object.assign(new SdkError(`status ${response.status}`), { headers: response.headers })
    return response.json()
  }
}

const answer = { error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' } }
const network: typeof fetch = async () => Response.json(answer, { status: 429 }) // in life: fetch

const observing = wrapFetch(network, openai, {
  mode: 'observe',
  onError: (error) => console.log('told:', error.reason),
})
try {
  await new OpenAI({ apiKey: 'sk-example', fetch: observing }).ask('Hello')
} catch (error) {
  console.log(error instanceof SdkError, apiErrorOf(error)?.recovery)
}
// prints: told: payment-required
// prints: true pay
