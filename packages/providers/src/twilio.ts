import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type TwilioCode, apiCodes } from './generated/twilio/codes.ts'

export type { TwilioCode } from './generated/twilio/codes.ts'

/** Twilio. One dictionary of codes for REST answers in JSON or XML (https://www.twilio.com/docs/api/errors). */
export const twilio: Provider<'twilio', TwilioCode> = {
  id: 'twilio',
  name: 'Twilio',
  hosts: ['twilio.com'],
  docs: 'https://www.twilio.com/docs/api/errors',
  dialects: [
    {
      name: 'api',
      readers: [xmlTags],
      // A resource may have an `error_code` of its own (a message that was not delivered); that is business data.
      requires: {
        $status: [400, 401, 402, 403, 404, 405, 409, 410, 412, 413, 415, 422, 426, 429, 500, 501, 502, 503, 504],
      },
      code: ['code', 'errors.0.code', 'TwilioResponse.RestException.Code'],
      message: ['message', 'errors.0.message', 'TwilioResponse.RestException.Message'],
      requestId: '@twilio-request-id',
      codes: apiCodes,
    },
  ],
}
