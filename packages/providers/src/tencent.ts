import type { Provider } from '@unifault/core'
import { form, jsonp } from '@unifault/core/readers'
import { type TencentCode, gatewayCodes, msdkCodes, qqOauthCodes, relationCodes } from './generated/tencent/codes.ts'

export type { TencentCode } from './generated/tencent/codes.ts'

/**
 * Tencent's QQ platform: QQ connect OAuth, the OpenAPI gateway and the game back end MSDK; HTTP 200 throughout.
 * https://wiki.connect.qq.com/%E5%85%AC%E5%85%B1%E8%BF%94%E5%9B%9E%E7%A0%81%E8%AF%B4%E6%98%8E
 */
export const tencent: Provider<'tencent', TencentCode> = {
  id: 'tencent',
  name: 'Tencent QQ',
  hosts: [
    'graph.qq.com',
    'graph.z.qq.com',
    'openapi.tencentyun.com',
    'msdk.qq.com',
    'msdktest.qq.com',
    'msdk.tencent-cloud.net',
  ],
  docs: 'https://wiki.connect.qq.com/%E5%85%AC%E5%85%B1%E8%BF%94%E5%9B%9E%E7%A0%81%E8%AF%B4%E6%98%8E',
  dialects: [
    // A success of /oauth2.0/token is `access_token=…&expires_in=…`, one of /oauth2.0/me a callback without `error`.
    // The WAP host sends an error as `code=…&msg=…`, so there `code` is text; a JSON `code` is left to the others.
    {
      name: 'qq-oauth',
      hosts: ['graph.qq.com', 'graph.z.qq.com'],
      readers: [jsonp, form],
      code: ['error', { at: 'code', match: /^(1[01]0\d{3})$/ }],
      message: ['error_description', 'msg'],
      success: [0],
      codes: qqOauthCodes,
    },
    {
      name: 'relation',
      requires: { ret: [251001, 251002, 251003, 251004, 251005] },
      code: 'ret',
      message: 'msg',
      codes: relationCodes,
    },
    // Mobile QQ (-10000) and WeChat (-20000) behind MSDK: their own code stands before the first comma of `msg`.
    {
      name: 'msdk',
      requires: { ret: [-10000, -20000] },
      code: [{ at: 'msg', match: /^(-?\d{1,9}),/ }, { at: 'platCode', match: /^(-?[1-9]\d{0,8})$/ }, 'ret'],
      message: 'msg',
      codes: msdkCodes,
    },
    // The OpenAPI gateway and the layers of MSDK itself: one envelope, and numbers that do not collide.
    {
      name: 'gateway',
      code: 'ret',
      message: 'msg',
      success: [0],
      codes: gatewayCodes,
    },
  ],
  messages: [
    { match: 'Request overly frequency*', reason: 'throttled' },
    { match: 'too many times*', reason: 'throttled' },
  ],
}
