import type { Provider } from '@unifault/core'

/**
 * Algolia: `message` and `status`, which is the HTTP status once more. A wrong key is HTTP 403.
 * https://www.algolia.com/doc/rest-api/search/
 */
export const algolia: Provider<'algolia'> = {
  id: 'algolia',
  name: 'Algolia',
  hosts: ['algolia.net', 'algolianet.com', 'algolia.io'],
  docs: 'https://www.algolia.com/doc/rest-api/search/',
  messages: [
    { match: 'Invalid Application-ID or API key', reason: 'client-invalid' },
    { match: 'Method not allowed with this API key', reason: 'permission-denied' },
  ],
  dialects: [
    {
      name: 'api',
      requires: 'message',
      message: 'message',
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
