import type { Provider } from '@unifault/core'
import { type PagerdutyCode, apiCodes } from './generated/pagerduty/codes.ts'

export type { PagerdutyCode } from './generated/pagerduty/codes.ts'

/**
 * PagerDuty: `error{code,message,errors}`.
 * https://developer.pagerduty.com/docs/errors
 */
export const pagerduty: Provider<'pagerduty', PagerdutyCode> = {
  id: 'pagerduty',
  name: 'PagerDuty',
  hosts: ['api.pagerduty.com'],
  docs: 'https://developer.pagerduty.com/docs/errors',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: ['error.errors.0', 'error.message'],
      requestId: '@x-request-id',
      issues: { at: 'error.errors' },
      codes: apiCodes,
    },
  ],
}
