import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type StripeCode, apiCodes } from './generated/stripe/codes.ts'

export type { StripeCode } from './generated/stripe/codes.ts'

/**
 * Stripe. The payer's refused card is HTTP 402 beside a `decline_code`; a wrong key has no code at all, so the status
 * refines the type (https://docs.stripe.com/api/errors).
 */
export const stripe: Provider<'stripe', StripeCode> = {
  id: 'stripe',
  name: 'Stripe',
  hosts: ['stripe.com'],
  docs: 'https://docs.stripe.com/error-codes',
  // Another request holds the object; Stripe's own clients ask again.
  status: { 409: 'in-progress' },
  dialects: [
    {
      name: 'api',
      code: ['error.decline_code', 'error.code', 'error.type'],
      message: 'error.message',
      requestId: ['@request-id', 'error.request_id'],
      param: 'error.param',
      codes: apiCodes,
    },
    oauth,
  ],
}
