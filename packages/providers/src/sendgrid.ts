import type { Provider } from '@unifault/core'

/**
 * SendGrid: a list of `errors` with a message and a field, and no codes.
 * https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors
 */
export const sendgrid: Provider<'sendgrid'> = {
  id: 'sendgrid',
  name: 'SendGrid',
  hosts: ['api.sendgrid.com'],
  docs: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/errors',
  messages: [{ match: 'The provided authorization grant is invalid, expired, or revoked', reason: 'client-invalid' }],
  dialects: [
    {
      name: 'api',
      requires: 'errors.0.message',
      message: 'errors.0.message',
      param: 'errors.0.field',
      requestId: ['id', '@x-message-id'],
      issues: { at: 'errors', param: 'field', message: 'message' },
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
