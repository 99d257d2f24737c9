import type { Provider } from '@unifault/core'
import { type AlipayCode, gatewayCodes, v3Codes } from './generated/alipay/codes.ts'

export type { AlipayCode } from './generated/alipay/codes.ts'

/**
 * Alipay: the gateway answers HTTP 200 with JSON declared as text/html, wrapped in `<method>_response` or `error_response`;
 * the v3 interface answers flat JSON with proper statuses.
 * https://opendocs.alipay.com/common/02km9f and https://opendocs.alipay.com/open-v3/054fcv
 */
export const alipay: Provider<'alipay', AlipayCode> = {
  id: 'alipay',
  name: 'Alipay',
  hosts: ['openapi.alipay.com', 'alipaydev.com'],
  docs: 'https://opendocs.alipay.com/common/02km9f',
  dialects: [
    {
      name: 'gateway',
      code: ['*_response.sub_code', '*_response.code'],
      message: ['*_response.sub_msg', '*_response.msg'],
      requestId: ['@trace_id', { at: '*_response.sub_msg', match: /[?&]traceId=([\w-]+)/ }],
      success: { '*_response.code': ['10000'] },
      codes: gatewayCodes,
    },
    {
      name: 'v3',
      requires: ['message'],
      code: 'code',
      message: 'message',
      requestId: '@alipay-trace-id',
      codes: v3Codes,
    },
  ],
}
