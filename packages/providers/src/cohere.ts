import type { Provider } from '@unifault/core'

/**
 * Cohere: a bare `message` beside the HTTP status, so the words tell what the status leaves open.
 * https://docs.cohere.com/reference/errors
 */
export const cohere: Provider<'cohere'> = {
  id: 'cohere',
  name: 'Cohere',
  hosts: ['api.cohere.com', 'api.cohere.ai'],
  docs: 'https://docs.cohere.com/reference/errors',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: ['*/chat', '*/embed', '*/rerank', '*/generate', '*/classify'],
  messages: [
    { match: 'too many tokens: *', reason: 'out-of-range' },
    { match: 'a model parameter is required for this endpoint.', reason: 'missing-parameter' },
    { match: 'no api key supplied', reason: 'unauthenticated' },
    { match: 'invalid api token', reason: 'client-invalid' },
    { match: 'Your API key has expired.*', reason: 'client-invalid' },
  ],
  dialects: [
    {
      name: 'api',
      requires: 'message',
      message: 'message',
      requestId: ['id', '@x-debug-trace-id'],
      // Takes every failure: there are no codes.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
