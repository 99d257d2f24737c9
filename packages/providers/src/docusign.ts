import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type DocusignCode, apiCodes } from './generated/docusign/codes.ts'

export type { DocusignCode } from './generated/docusign/codes.ts'

/**
 * Docusign: `errorCode` and `message`; the sign-in answers as OAuth.
 * https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/
 */
export const docusign: Provider<'docusign', DocusignCode> = {
  id: 'docusign',
  name: 'Docusign',
  hosts: ['docusign.net', 'docusign.com'],
  docs: 'https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/',
  dialects: [
    {
      name: 'api',
      code: 'errorCode',
      message: 'message',
      requestId: '@x-docusign-tracetoken',
      success: ['SUCCESS'],
      codes: apiCodes,
    },
    oauth,
  ],
}
