import type { Provider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { xmlTags } from '@unifault/core/readers'
import { type BraintreeCode, validationCodes } from './generated/braintree/codes.ts'

export type { BraintreeCode } from './generated/braintree/codes.ts'

/**
 * Braintree: the GraphQL interface names the validation error as `extensions.legacyCode`; the gateway that the server
 * libraries speak to answers HTTP 422 with an XML tree of errors, of which the first counts.
 */
export const braintree: Provider<'braintree', BraintreeCode> = {
  id: 'braintree',
  name: 'Braintree',
  hosts: ['braintreegateway.com', 'braintree-api.com'],
  docs: 'https://developer.paypal.com/braintree/docs/reference/general/validation-errors/all',
  dialects: [
    {
      name: 'validation',
      code: 'errors.0.extensions.legacyCode',
      message: 'errors.0.message',
      requestId: 'extensions.requestId',
      codes: validationCodes,
    },
    // The tree is as deep as the request; the first `<code>` in it is the first field that failed.
    {
      name: 'gateway',
      readers: [xmlTags],
      requires: 'api-error-response',
      code: { at: '$text', match: /<code>(\d{5,6})<\/code>/ },
      message: 'api-error-response.message',
      codes: validationCodes,
    },
    graphql,
  ],
}
