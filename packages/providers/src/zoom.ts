import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type ZoomCode, apiCodes } from './generated/zoom/codes.ts'

export type { ZoomCode } from './generated/zoom/codes.ts'

/**
 * Zoom: `code` and `message`, with a list of fields where a body is wrong; the sign-in answers as OAuth.
 * https://developers.zoom.us/docs/api/errors
 */
export const zoom: Provider<'zoom', ZoomCode> = {
  id: 'zoom',
  name: 'Zoom',
  hosts: ['zoom.us'],
  docs: 'https://developers.zoom.us/docs/api/errors',
  dialects: [
    {
      name: 'api',
      requires: ['code', 'message'],
      code: 'code',
      message: 'message',
      requestId: '@x-zm-trackingid',
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', message: 'message' },
      success: [200],
      codes: apiCodes,
    },
    oauth,
  ],
}
