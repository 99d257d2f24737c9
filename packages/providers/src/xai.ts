import type { Provider } from '@unifault/core'

/**
 * xAI: words in `error`, whose status misleads: a wrong key is HTTP 400, a spent purse HTTP 429.
 * https://docs.x.ai/developers/debugging
 */
export const xai: Provider<'xai'> = {
  id: 'xai',
  name: 'xAI',
  hosts: ['api.x.ai'],
  docs: 'https://docs.x.ai/developers/debugging',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat/completions', '*/completions', '*/embeddings'],
  messages: [
    { match: 'Incorrect API key provided*', reason: 'client-invalid' },
    {
      match: /^Your team \S+ has either used all available credits or reached its monthly spending limit/,
      reason: 'payment-required',
    },
  ],
  dialects: [
    {
      name: 'api',
      requires: 'error',
      // A word of its own beside the words, or a sentence, which is no code.
      code: { at: 'code', match: /^([a-z][a-z\d-]{1,63})$/ },
      message: 'error',
      requestId: '@x-request-id',
      // Whatever the words say, the status tells whether they are an error.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
