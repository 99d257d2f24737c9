import type { Provider } from '@unifault/core'
import { type RuoyiCode, apiCodes } from './generated/ruoyi/codes.ts'

export type { RuoyiCode } from './generated/ruoyi/codes.ts'

/**
 * RuoYi (若依) back ends (`withHosts`): HTTP 200 with `code` and `msg`. 500 is the code of every refusal, so only the words that
 * the project ships give it a meaning; without a row it stays unknown.
 * https://doc.ruoyi.vip/ruoyi-vue/document/htsc.html
 */
export const ruoyi: Provider<'ruoyi', RuoyiCode> = {
  id: 'ruoyi',
  name: 'RuoYi',
  docs: 'https://doc.ruoyi.vip/ruoyi-vue/document/htsc.html',
  dialects: [
    {
      name: 'api',
      requires: 'msg',
      code: 'code',
      message: 'msg',
      success: [200],
      codes: apiCodes,
    },
  ],
}
