import type { Provider } from '@unifault/core'
import { type ElevenlabsCode, apiCodes } from './generated/elevenlabs/codes.ts'

export type { ElevenlabsCode } from './generated/elevenlabs/codes.ts'

/**
 * ElevenLabs: the code is `detail.status`; two refusals hide under 429, too many requests at once and a busy system.
 * A request that does not fit the schema is answered with the validation list of FastAPI.
 * https://elevenlabs.io/docs/developers/resources/error-messages
 */
export const elevenlabs: Provider<'elevenlabs', ElevenlabsCode> = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  hosts: ['elevenlabs.io'],
  docs: 'https://elevenlabs.io/docs/developers/resources/error-messages',
  dialects: [
    {
      name: 'api',
      code: 'detail.status',
      message: 'detail.message',
      requestId: ['@request-id', 'detail.request_id'],
      codes: apiCodes,
    },
    {
      name: 'validation',
      code: 'detail.0.type',
      message: 'detail.0.msg',
      param: ['detail.0.loc.2', 'detail.0.loc.1', 'detail.0.loc.0'],
      issues: { at: 'detail', param: 'loc.1', code: 'type', message: 'msg' },
    },
  ],
}
