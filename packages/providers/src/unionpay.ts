import type { Provider } from '@unifault/core'
import { form } from '@unifault/core/readers'
import { type UnionpayCode, gatewayCodes } from './generated/unionpay/codes.ts'

export type { UnionpayCode } from './generated/unionpay/codes.ts'

/**
 * UnionPay (银联), its gateway: a form with `respCode`, which is 00 on success, and `respMsg`. 03 and 05 are answers to ask about again.
 * https://open.unionpay.com/tjweb/acproduct/list
 */
export const unionpay: Provider<'unionpay', UnionpayCode> = {
  id: 'unionpay',
  name: 'UnionPay',
  hosts: ['95516.com'],
  docs: 'https://open.unionpay.com/tjweb/acproduct/list',
  dialects: [
    {
      name: 'gateway',
      readers: [form],
      requires: 'respCode',
      code: 'respCode',
      message: 'respMsg',
      success: ['00'],
      codes: gatewayCodes,
    },
  ],
}
