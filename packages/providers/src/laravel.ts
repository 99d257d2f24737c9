import type { Provider } from '@unifault/core'

/**
 * Laravel (`withHosts`): words in `message`, at HTTP 422 a record of `errors`. 419 is a stale CSRF token, 423 asks for the password again.
 * https://laravel.com/docs/errors
 */
export const laravel: Provider<'laravel'> = {
  id: 'laravel',
  name: 'Laravel',
  docs: 'https://laravel.com/docs/errors',
  messages: [
    { match: 'Unauthenticated.', reason: 'unauthenticated' },
    { match: 'This action is unauthorized.', reason: 'permission-denied' },
    { match: 'CSRF token mismatch.', reason: 'signature-invalid' },
    { match: 'Password confirmation required.', reason: 'action-required' },
    { match: 'Too Many Attempts.', reason: 'throttled' },
    { match: 'Server Error', reason: 'internal' },
  ],
  status: { 419: 'signature-invalid', 423: 'action-required' },
  dialects: [
    {
      name: 'api',
      requires: 'message',
      message: 'message',
      issues: { at: 'errors' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
