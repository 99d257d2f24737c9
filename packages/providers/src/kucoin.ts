import type { Provider } from '@unifault/core'
import { type KucoinCode, apiCodes } from './generated/kucoin/codes.ts'

export type { KucoinCode } from './generated/kucoin/codes.ts'

/**
 * KuCoin: `code` "200000" on success, else a number as text beside `msg`.
 * Documented: Kucoin/kucoin-api-docs@7f01bbefeebb source/localizable/index.html.md.
 */
export const kucoin: Provider<'kucoin', KucoinCode> = {
  id: 'kucoin',
  name: 'KuCoin',
  hosts: ['kucoin.com'],
  docs: 'https://www.kucoin.com/docs-new/introduction',
  dialects: [
    {
      name: 'api',
      code: 'code',
      message: 'msg',
      success: [200_000, 200],
      // Milliseconds until the window ends.
      wait: { at: '@gw-ratelimit-reset', unit: 'ms', spent: '@gw-ratelimit-remaining' },
      codes: apiCodes,
    },
  ],
}
