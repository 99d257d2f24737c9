import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type TaobaoCode, topCodes } from './generated/taobao/codes.ts'

export type { TaobaoCode } from './generated/taobao/codes.ts'

/**
 * Taobao Open Platform (TOP): always HTTP 200; `code` 15, 50, 520 and 670 only wrap a dotted `sub_code` that names the
 * cause. A success may hold an inner `result.err_code` of one product, which is business data here.
 * https://open.taobao.com/doc.htm?docId=114&docType=1
 */
export const taobao: Provider<'taobao', TaobaoCode> = {
  id: 'taobao',
  name: 'Taobao Open Platform',
  hosts: ['eco.taobao.com', 'api.taobao.com', 'api.tbsandbox.com'],
  docs: 'https://open.taobao.com/doc.htm?docId=114&docType=1',
  dialects: [
    {
      name: 'top',
      readers: [xmlTags],
      code: ['error_response.sub_code', 'error_response.code'],
      message: ['error_response.sub_msg', 'error_response.msg'],
      requestId: 'error_response.request_id',
      // the only hint is in the words: "This ban will last for 1 more seconds"
      wait: { at: { at: 'error_response.sub_msg', match: /ban will last for (\d+) more second/i }, unit: 's' },
      codes: topCodes,
    },
  ],
}
