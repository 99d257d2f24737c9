import type { Provider } from '@unifault/core'

/**
 * Mollie: `status`, `title`, `detail` and, where one is at fault, the `field`; there are no codes. A failed payment is a record.
 * https://docs.mollie.com/reference/handling-errors
 */
export const mollie: Provider<'mollie'> = {
  id: 'mollie',
  name: 'Mollie',
  hosts: ['api.mollie.com'],
  docs: 'https://docs.mollie.com/reference/handling-errors',
  idempotencyHeader: 'idempotency-key',
  dialects: [
    {
      name: 'api',
      requires: ['status', 'title', 'detail'],
      message: 'detail',
      param: 'field',
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
