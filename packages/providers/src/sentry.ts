import type { Provider } from '@unifault/core'

/**
 * Sentry: words in `detail`, as Django REST framework writes them, and no codes.
 * https://docs.sentry.io/api/
 */
export const sentry: Provider<'sentry'> = {
  id: 'sentry',
  name: 'Sentry',
  hosts: ['sentry.io'],
  docs: 'https://docs.sentry.io/api/',
  messages: [{ match: 'Invalid token', reason: 'token-invalid' }],
  dialects: [
    {
      name: 'api',
      requires: 'detail',
      message: ['detail', 'detail.message'],
      requestId: '@x-sentry-request-id',
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
