import type { Provider } from '@unifault/core'
import { type AgoraCode, recordingCodes } from './generated/agora/codes.ts'

export type { AgoraCode } from './generated/agora/codes.ts'

/**
 * Agora (声网), its REST interfaces: `code` and `reason` of a service, or the `message` of the gateway alone.
 * https://docs.agora.io/en/api-reference/api-ref/cloud-recording/status-codes
 */
export const agora: Provider<'agora', AgoraCode> = {
  id: 'agora',
  name: 'Agora',
  hosts: ['api.agora.io', 'api.sd-rtn.com'],
  docs: 'https://docs.agora.io/en/api-reference/api-ref/cloud-recording/status-codes',
  messages: [
    { match: 'Invalid authentication credentials', reason: 'client-invalid' },
    { match: 'invalid appid', reason: 'client-invalid' },
    { match: 'appid is invalid', reason: 'client-invalid' },
    { match: 'API rate limit exceeded', reason: 'throttled' },
    // The media gateway.
    { match: 'Resources quota limit exceeded*', reason: 'quota-exhausted' },
    { match: 'Too many templates have been created*', reason: 'quota-exhausted' },
    { match: 'No available resources*', reason: 'unavailable' },
    { match: 'Streaming key exists in region:*', reason: 'already-exists' },
    { match: 'Missing field: *', reason: 'missing-parameter' },
    { match: 'SID is missing*', reason: 'missing-parameter' },
    { match: 'Unsupported codec: *', reason: 'unsupported' },
    // Speech to text.
    { match: 'invalid_appid*', reason: 'permission-denied' },
    { match: 'The task has been started*', reason: 'in-progress' },
    { match: 'resourceId reaches out the limited time interval*', reason: 'grant-invalid' },
  ],
  dialects: [
    {
      name: 'recording',
      requires: ['code', 'reason'],
      code: 'code',
      message: 'reason',
      requestId: '@x-request-id',
      success: [0, 200],
      codes: recordingCodes,
    },
    {
      name: 'gateway',
      requires: 'message',
      message: 'message',
      requestId: '@x-request-id',
      // The gateway has words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
