import type { Provider } from '@unifault/core'
import { type OkxCode, v5Codes } from './generated/okx/codes.ts'

export type { OkxCode } from './generated/okx/codes.ts'

/**
 * OKX V5: `code` "0" on success; "1" and "2" wrap orders whose own `sCode` says what failed
 * (https://www.okx.com/docs-v5/en/#error-code). Rows of a partly done batch that succeeded have sCode "0".
 */
export const okx: Provider<'okx', OkxCode> = {
  id: 'okx',
  name: 'OKX',
  hosts: ['okx.com'],
  docs: 'https://www.okx.com/docs-v5/en/#error-code',
  dialects: [
    {
      name: 'v5',
      requires: 'msg',
      code: [{ at: 'data.0.sCode', match: /^(?!0$)(\d+)$/ }, 'code'],
      message: ['data.0.sMsg', 'msg'],
      success: [0],
      codes: v5Codes,
    },
  ],
}
