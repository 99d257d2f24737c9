import type { Provider } from '@unifault/core'
import { type MetaCode, graphCodes } from './generated/meta/codes.ts'

export type { MetaCode } from './generated/meta/codes.ts'

/**
 * Meta Graph: Facebook, Instagram, Threads and WhatsApp. `type: OAuthException` covers wrong parameters too, so the
 * subcode and the code decide (https://developers.facebook.com/docs/graph-api/guides/error-handling).
 */
export const meta: Provider<'meta', MetaCode> = {
  id: 'meta',
  name: 'Meta Graph',
  hosts: ['facebook.com', 'instagram.com', 'threads.net'],
  docs: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  dialects: [
    {
      name: 'graph',
      requires: 'error.message',
      code: ['error.error_subcode', 'error.code'],
      message: 'error.message',
      requestId: ['error.fbtrace_id', '@x-fb-trace-id'],
      codes: graphCodes,
    },
  ],
}
