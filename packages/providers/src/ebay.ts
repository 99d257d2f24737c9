import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { xmlTags } from '@unifault/core/readers'
import { type EbayCode, restCodes, tradingCodes } from './generated/ebay/codes.ts'

export type { EbayCode } from './generated/ebay/codes.ts'

/**
 * eBay's REST interfaces: `errors[]` with an `errorId`; `warnings[]` beside a success are none. The token endpoint
 * speaks OAuth. The Trading API answers HTTP 200 with `<Ack>Failure</Ack>`, in XML and in SOAP; `Warning` is a success.
 * It takes tokens of OAuth too, as IAF tokens, and names them in codes of their own.
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
    {
      name: 'trading',
      readers: [xmlTags],
      code: ['*Response.Errors.ErrorCode', '*Response.Errors.0.ErrorCode'],
      message: ['*Response.Errors.LongMessage', '*Response.Errors.0.LongMessage'],
      requestId: ['@rlogid', '*Response.CorrelationID'],
      success: { '*Response.Ack': ['Success', 'Warning'] },
      codes: tradingCodes,
    },
    {
      name: 'trading-soap',
      requires: 'Envelope.Body',
      code: ['Envelope.Body.*Response.Errors.ErrorCode', 'Envelope.Body.*Response.Errors.0.ErrorCode'],
      message: ['Envelope.Body.*Response.Errors.LongMessage', 'Envelope.Body.*Response.Errors.0.LongMessage'],
      requestId: ['@rlogid', 'Envelope.Body.*Response.CorrelationID'],
      success: { 'Envelope.Body.*Response.Ack': ['Success', 'Warning'] },
      codes: tradingCodes,
    },
    oauth,
  ],
}
