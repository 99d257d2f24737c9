import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type EbayCode, restCodes } from './generated/ebay/codes.ts'

export type { EbayCode } from './generated/ebay/codes.ts'

/**
 * eBay's REST interfaces: `errors[]` with an `errorId`; `warnings[]` beside a success are none. The token endpoint
 * speaks OAuth.
 */
export const ebay: Provider<'ebay', EbayCode> = {
  id: 'ebay',
  name: 'eBay',
  hosts: ['api.ebay.com', 'apiz.ebay.com', 'apim.ebay.com', 'api.sandbox.ebay.com', 'apiz.sandbox.ebay.com'],
  docs: 'https://developer.ebay.com/api-docs/static/handling-error-messages.html',
  dialects: [
    {
      name: 'rest',
      code: 'errors.0.errorId',
      message: ['errors.0.longMessage', 'errors.0.message'],
      requestId: ['@rlogid', '@x-ebay-c-request-id'],
      param: 'errors.0.parameters.0.name',
      issues: { at: 'errors', code: 'errorId', message: 'message' },
      codes: restCodes,
    },
    oauth,
  ],
}
