import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type OktaCode, apiCodes } from './generated/okta/codes.ts'

export type { OktaCode } from './generated/okta/codes.ts'

/**
 * Okta: `errorCode` beside `errorSummary` and `errorId`; the causes say more in words. The authorization servers speak
 * OAuth.
 */
export const okta: Provider<'okta', OktaCode> = {
  id: 'okta',
  name: 'Okta',
  hosts: ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil'],
  docs: 'https://developer.okta.com/docs/reference/error-codes/',
  dialects: [
    {
      name: 'api',
      code: 'errorCode',
      message: ['errorCauses.0.errorSummary', 'errorSummary'],
      requestId: ['@x-okta-request-id', 'errorId'],
      issues: { at: 'errorCauses', message: 'errorSummary' },
      codes: apiCodes,
    },
    oauth,
  ],
}
