import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type Ct189Code, cloudCodes, openCodes } from './generated/ct189/codes.ts'

const word = /^([A-Za-z]\w*)$/
const requestId = /\brequestId=([\w-]{1,64})/

export type { Ct189Code } from './generated/ct189/codes.ts'

/**
 * China Telecom: the open platform and the Tianyi cloud drive. Both answer `res_code`, so the form of the code tells
 * them apart: words are the drive's, numbers the open platform's (its token and API codes differ).
 */
export const ct189: Provider<'ct189', Ct189Code> = {
  id: 'ct189',
  name: 'China Telecom 189',
  hosts: ['api.189.cn', 'cloud.189.cn'],
  docs: 'http://open.189.cn/index.php?m=content&c=index&a=lists&catid=31',
  dialects: [
    {
      name: 'cloud',
      readers: [xmlTags],
      code: [
        { at: 'res_code', match: word },
        { at: 'errorCode', match: word },
        { at: 'code', match: word },
        { at: 'error.code', match: word },
        // The upload endpoint may send this code as the message.
        { at: 'res_message', match: /^(UserDayFlowOverLimited)$/ },
      ],
      message: ['res_message', 'errorMsg', 'msg', 'error.message'],
      // `sessionKey=…,data flow is out,requestId=…`
      requestId: ['res_message', 'errorMsg', 'msg', 'error.message'].map((at) => ({ at, match: requestId })),
      success: ['SUCCESS'],
      codes: cloudCodes,
    },
    {
      name: 'open',
      hosts: ['api.189.cn', '*.api.189.cn'],
      code: 'res_code',
      message: 'res_message',
      success: [0],
      codes: openCodes,
    },
    // The drive's own numbers are not documented, and the open platform's table does not speak for them.
    {
      name: 'cloud-number',
      hosts: ['cloud.189.cn', '*.cloud.189.cn'],
      code: 'res_code',
      message: 'res_message',
      success: [0],
    },
  ],
}
