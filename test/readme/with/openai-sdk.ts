/** A stand-in for the package `openai`, as far as the documents use it: it takes a fetch, and has an error class of its own. */
export class OpenAI {
  readonly #options: { readonly apiKey: string; readonly fetch: typeof fetch }
  constructor(options: { readonly apiKey: string; readonly fetch: typeof fetch }) {
    this.#options = options
  }

  readonly responses = {
    create: async (body: { readonly model: string; readonly input: string }): Promise<unknown> => {
      const headers = { authorization: `Bearer ${this.#options.apiKey}` }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await this.#options.fetch('https://api.openai.com/v1/responses', init)
      const answer: unknown = await response.json()
      if (!response.ok) throw new APIError(response, answer)
      return answer
    },
  }
}

class APIError extends Error {
  readonly status: number
  readonly headers: Headers
  readonly error: unknown
  constructor({ status, headers }: Response, answer: unknown) {
    super(`${status} error`)
    this.status = status
    this.headers = headers
    this.error = (answer as { error?: unknown }).error
  }
}
