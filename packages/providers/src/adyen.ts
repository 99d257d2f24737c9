import type { Provider } from '@unifault/core'
import { type AdyenCode, apiCodes } from './generated/adyen/codes.ts'

export type { AdyenCode } from './generated/adyen/codes.ts'

/**
 * Adyen: `errorCode` beside `errorType` and `message`, in the newer interfaces inside problem details. A refused payment is a
 * record (`resultCode`) under HTTP 200 and no error.
 * https://docs.adyen.com/development-resources/error-codes
 */
export const adyen: Provider<'adyen', AdyenCode> = {
  id: 'adyen',
  name: 'Adyen',
  hosts: ['adyen.com', 'adyenpayments.com'],
  docs: 'https://docs.adyen.com/development-resources/error-codes',
  dialects: [
    {
      name: 'api',
      code: ['errorCode', 'errorType'],
      message: ['message', 'detail'],
      requestId: ['pspReference', 'requestId', '@pspreference', '@request-id'],
      param: 'invalidFields.0.name',
      issues: { at: 'invalidFields', param: 'name', message: 'message' },
      codes: apiCodes,
    },
  ],
}
