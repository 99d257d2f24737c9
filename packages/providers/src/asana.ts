import type { Provider } from '@unifault/core'

/**
 * Asana: a list of `errors` with words and no codes, at a server fault with a phrase by which its support finds the incident.
 * https://developers.asana.com/docs/errors
 */
export const asana: Provider<'asana'> = {
  id: 'asana',
  name: 'Asana',
  hosts: ['app.asana.com'],
  docs: 'https://developers.asana.com/docs/errors',
  messages: [{ match: /^[\w.]+: Missing input$/, reason: 'missing-parameter' }],
  dialects: [
    {
      name: 'api',
      requires: 'errors.0.message',
      message: 'errors.0.message',
      requestId: '@x-request-id',
      issues: { at: 'errors', message: 'message' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
