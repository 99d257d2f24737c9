import type { Provider } from '@unifault/core'
import { type IyuneCode, connectCodes } from './generated/iyune/codes.ts'

export type { IyuneCode } from './generated/iyune/codes.ts'

/**
 * iyune connect, a sign-in broker. Its codes are published, its envelope and its host are not: so the usual names for a
 * code are alternatives, and the provider is chosen by hand.
 */
export const iyune: Provider<'iyune', IyuneCode> = {
  id: 'iyune',
  name: 'iyune connect',
  docs: 'http://connect.docs.iyune.cn/?cid=db6977011d1ea8fda366f0c05a3bd46a',
  dialects: [
    {
      name: 'connect',
      // `code` comes late: beside `errcode: 0` it is an authorization code.
      code: ['errcode', 'error_code', 'code', 'error'],
      message: ['errmsg', 'error_msg', 'msg', 'message', 'error_description'],
      success: [0],
      codes: connectCodes,
    },
  ],
}
