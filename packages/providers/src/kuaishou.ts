import type { Provider } from '@unifault/core'
import { type KuaishouCode, apiCodes } from './generated/kuaishou/codes.ts'

export type { KuaishouCode } from './generated/kuaishou/codes.ts'

/**
 * Kuaishou (快手), its open platform: `result` is 1 on success, at live streams 0.
 * https://open.kuaishou.com/
 */
export const kuaishou: Provider<'kuaishou', KuaishouCode> = {
  id: 'kuaishou',
  name: 'Kuaishou',
  hosts: ['open.kuaishou.com'],
  docs: 'https://open.kuaishou.com/',
  dialects: [
    {
      name: 'api',
      code: 'result',
      message: ['error_msg', 'error'],
      success: [1],
      codes: apiCodes,
    },
  ],
}
