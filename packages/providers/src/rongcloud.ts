import type { Provider } from '@unifault/core'
import { type RongcloudCode, apiCodes } from './generated/rongcloud/codes.ts'

export type { RongcloudCode } from './generated/rongcloud/codes.ts'

/**
 * RongCloud (融云), its server interface: `code` is 200 on success; 1015 is told under HTTP 200.
 * https://docs.rongcloud.cn/platform-chat-api/error-code
 */
export const rongcloud: Provider<'rongcloud', RongcloudCode> = {
  id: 'rongcloud',
  name: 'RongCloud',
  hosts: ['rong-api.com', 'ronghub.com'],
  docs: 'https://docs.rongcloud.cn/platform-chat-api/error-code',
  dialects: [
    {
      name: 'api',
      code: 'code',
      message: ['errorMessage', 'msg'],
      requestId: ['requestId', '@x-request-id'],
      success: [200],
      codes: apiCodes,
    },
  ],
}
