import type { Provider } from '@unifault/core'
import {
  type IflytekCode,
  callCenterCodes,
  gatewayCodes,
  sparkCodes,
  webApiCodes,
  workflowCodes,
} from './generated/iflytek/codes.ts'

export type { IflytekCode } from './generated/iflytek/codes.ts'

/**
 * iFlytek: each family of interfaces gives the same numbers another meaning, so the host decides the dialect. The result
 * stands in `code` or in `header.code`; 0 is the success, `000000` that of the text interfaces.
 * https://www.xfyun.cn/document/error-code
 */
export const iflytek: Provider<'iflytek', IflytekCode> = {
  id: 'iflytek',
  name: 'iFlytek',
  hosts: ['xfyun.cn', 'xf-yun.com', 'iflyaisol.com'],
  docs: 'https://www.xfyun.cn/document/error-code',
  dialects: [
    {
      name: 'gateway',
      code: { at: 'message', match: /^(HMAC signature (?:cannot be verified|does not match))/ },
      message: 'message',
      codes: gatewayCodes,
    },
    {
      name: 'spark',
      hosts: ['spark-*.xf-yun.com', 'maas-api*.xf-yun.com'],
      code: ['header.code', 'code'],
      message: ['header.message', 'message'],
      requestId: ['header.sid', 'sid'],
      success: [0],
      codes: sparkCodes,
    },
    {
      name: 'workflow',
      hosts: ['xingchen-*.xf-yun.com'],
      code: 'code',
      message: 'message',
      requestId: ['sid', 'id'],
      success: [0],
      codes: workflowCodes,
    },
    {
      name: 'call-center',
      hosts: ['callapi.xfyun.cn'],
      code: 'code',
      message: ['message', 'desc'],
      success: [0],
      codes: callCenterCodes,
    },
    {
      name: 'web-api',
      code: ['header.code', 'code'],
      message: ['header.message', 'desc', 'message', 'descInfo'],
      requestId: ['header.sid', 'sid'],
      success: [0, '000000'],
      codes: webApiCodes,
    },
  ],
}
