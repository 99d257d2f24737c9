import type { Provider } from '@unifault/core'
import { form, xmlTags } from '@unifault/core/readers'
import { oauth } from '@unifault/core/protocols'
import { type PaypalCode, nvpCodes, restCodes, soapCodes } from './generated/paypal/codes.ts'

export type { PaypalCode } from './generated/paypal/codes.ts'

/**
 * PayPal. REST names the cause in `details[].issue` (https://developer.paypal.com/api/rest/responses/); the older NVP
 * and SOAP interfaces answer HTTP 200 with `ACK=Failure` (https://developer.paypal.com/api/nvp-soap/errors/).
 */
export const paypal: Provider<'paypal', PaypalCode> = {
  id: 'paypal',
  name: 'PayPal',
  hosts: ['paypal.com'],
  docs: 'https://developer.paypal.com/api/rest/responses/',
  dialects: [
    {
      name: 'rest',
      // Products and plans have a `name` as well; only errors have a `debug_id`.
      requires: 'debug_id',
      code: ['details.0.issue', 'name'],
      message: ['details.0.description', 'message'],
      requestId: ['debug_id', '@paypal-debug-id'],
      param: 'details.0.field',
      codes: restCodes,
    },
    {
      name: 'nvp',
      readers: [form],
      code: 'L_ERRORCODE0',
      message: ['L_LONGMESSAGE0', 'L_SHORTMESSAGE0'],
      requestId: 'CORRELATIONID',
      success: { ACK: ['Success', 'SuccessWithWarning'] },
      codes: nvpCodes,
    },
    {
      name: 'soap',
      readers: [xmlTags],
      requires: 'Envelope.Body',
      code: [
        'Envelope.Body.Fault.detail.FaultDetails.ErrorCode',
        'Envelope.Body.*Response.Errors.ErrorCode',
        'Envelope.Body.*Response.Errors.0.ErrorCode',
        { at: 'Envelope.Body.Fault.faultcode', match: /^(?:[\w-]+:)?(\w+)/ },
      ],
      message: [
        'Envelope.Body.Fault.detail.FaultDetails.DetailedMessage',
        'Envelope.Body.*Response.Errors.LongMessage',
        'Envelope.Body.*Response.Errors.0.LongMessage',
        'Envelope.Body.Fault.faultstring',
      ],
      requestId: 'Envelope.Body.*Response.CorrelationID',
      success: { 'Envelope.Body.*Response.Ack': ['Success', 'SuccessWithWarning'] },
      codes: soapCodes,
    },
    oauth,
  ],
}
