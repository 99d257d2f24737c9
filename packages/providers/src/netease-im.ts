import type { Provider } from '@unifault/core'
import { type NeteaseImCode, apiCodes } from './generated/netease-im/codes.ts'

export type { NeteaseImCode } from './generated/netease-im/codes.ts'

/**
 * NetEase Yunxin (网易云信), its server interface: HTTP 200 with `code`, which is 200 on success, and `desc`.
 * https://doc.yunxin.163.com/messaging2/server-apis/TM5NTk2Mzc?platform=server
 */
export const neteaseIm: Provider<'netease-im', NeteaseImCode> = {
  id: 'netease-im',
  name: 'NetEase Yunxin',
  hosts: ['api.netease.im', 'api.yunxinapi.com'],
  docs: 'https://doc.yunxin.163.com/messaging2/server-apis/TM5NTk2Mzc?platform=server',
  dialects: [
    {
      name: 'api',
      code: 'code',
      message: ['desc', 'msg'],
      success: [200],
      codes: apiCodes,
    },
  ],
}
