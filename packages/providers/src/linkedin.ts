import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type LinkedinCode, apiCodes } from './generated/linkedin/codes.ts'

export type { LinkedinCode } from './generated/linkedin/codes.ts'

/**
 * LinkedIn: `status`, `message` and, more exactly, `serviceErrorCode`; the sign-in answers as OAuth.
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 */
export const linkedin: Provider<'linkedin', LinkedinCode> = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['linkedin.com'],
  docs: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
  dialects: [
    {
      name: 'api',
      code: 'serviceErrorCode',
      message: 'message',
      requestId: ['requestId', '@x-li-uuid'],
      codes: apiCodes,
    },
    oauth,
  ],
}
