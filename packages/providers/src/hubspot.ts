import type { Provider } from '@unifault/core'
import { type HubspotCode, apiCodes } from './generated/hubspot/codes.ts'

export type { HubspotCode } from './generated/hubspot/codes.ts'

/**
 * HubSpot: `status` is `error` beside a `category`, at a limit beside `errorType` and `policyName`. Its words are meant for people.
 * https://developers.hubspot.com/docs/api-reference/error-handling
 */
export const hubspot: Provider<'hubspot', HubspotCode> = {
  id: 'hubspot',
  name: 'HubSpot',
  hosts: ['api.hubapi.com'],
  docs: 'https://developers.hubspot.com/docs/api-reference/error-handling',
  dialects: [
    {
      name: 'api',
      requires: { status: ['error'] },
      code: ['category', 'errorType'],
      message: ['errors.0.message', 'message'],
      requestId: ['correlationId', 'requestId', '@x-hubspot-correlation-id'],
      issues: { at: 'errors', param: 'context.propertyName', code: 'code', message: 'message' },
      codes: apiCodes,
    },
  ],
}
