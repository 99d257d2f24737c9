import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type JdCode, josCodes } from './generated/jd/codes.ts'

export type { JdCode } from './generated/jd/codes.ts'

/**
 * JD open platform (JOS and JD Union): always HTTP 200; the success wrapper is spelt `*_responce` by older methods and
 * carries its own `code` "0". What stands inside its `result` text belongs to the product.
 * https://open.jd.com/
 */
export const jd: Provider<'jd', JdCode> = {
  id: 'jd',
  name: 'JD Open Platform',
  hosts: ['api.jd.com', 'router.jd.com'],
  docs: 'https://open.jd.com/',
  dialects: [
    {
      name: 'jos',
      readers: [xmlTags],
      code: ['error_response.code', '*_responce.code', '*_response.code'],
      message: [
        'error_response.zh_desc',
        'error_response.en_desc',
        '*_responce.zh_desc',
        '*_responce.en_desc',
        '*_response.zh_desc',
        '*_response.en_desc',
      ],
      requestId: ['error_response.request_id', 'error_response.requestId'],
      success: [0],
      codes: josCodes,
    },
  ],
}
