import type { Provider } from '@unifault/core'

/**
 * Netlify: `code`, which is the HTTP status once more, and `message`.
 * https://open-api.netlify.com/
 */
export const netlify: Provider<'netlify'> = {
  id: 'netlify',
  name: 'Netlify',
  hosts: ['api.netlify.com'],
  docs: 'https://open-api.netlify.com/',
  dialects: [
    {
      name: 'api',
      requires: 'message',
      message: 'message',
      requestId: '@x-request-id',
      issues: { at: 'errors' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
