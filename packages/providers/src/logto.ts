import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type LogtoCode, apiCodes } from './generated/logto/codes.ts'

export type { LogtoCode } from './generated/logto/codes.ts'

/**
 * Logto: real statuses, and a word with a dot in `code` beside `message` and `data`; the token endpoint has OAuth's
 * fields as well.
 */
export const logto: Provider<'logto', LogtoCode> = {
  id: 'logto',
  name: 'Logto',
  hosts: ['logto.app'],
  docs: 'https://docs.logto.io/',
  dialects: [
    {
      name: 'api',
      requires: 'message',
      code: { at: 'code', match: /^([a-z_]+\.[\w.]+)$/ },
      message: ['message', 'error_description'],
      codes: apiCodes,
    },
    oauth,
  ],
}
