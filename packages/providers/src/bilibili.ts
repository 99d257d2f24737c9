import type { Provider } from '@unifault/core'
import { html } from '@unifault/core/readers'
import {
  type BilibiliCode,
  captchaCodes,
  legacyCodes,
  openLiveCodes,
  payCodes,
  webCodes,
} from './generated/bilibili/codes.ts'

const requestId = ['@x-bili-trace-id', '@bili-trace-id', '@x-sec-request-id', 'request_id']

export type { BilibiliCode } from './generated/bilibili/codes.ts'

/**
 * Bilibili, its live, manga, pay, game and international sites: HTTP 200 with the code in the body, and refusals by risk
 * control that look like a success (code 0 with a `v_voucher`, or a captcha page). The state of a web QR sign-in stands in
 * `data.code` under code 0 and is business data.
 * https://github.com/SocialSisterYi/bilibili-API-collect
 */
export const bilibili: Provider<'bilibili', BilibiliCode> = {
  id: 'bilibili',
  name: 'Bilibili',
  hosts: [
    'bilibili.com',
    'biliapi.net',
    'biliapi.com',
    'biligame.com',
    'bilivideo.com',
    'bilibili.tv',
    'snm0516.aisee.tv',
  ],
  docs: 'https://openhome.bilibili.com/doc',
  dialects: [
    // The live open platform gives the numbers 4000 to 8002 meanings of its own.
    {
      name: 'open-live',
      requires: ['request_id'],
      hosts: ['live-open.biliapi.com', 'live-open.biliapi.net'],
      code: 'code',
      message: 'message',
      requestId,
      success: [0],
      codes: openLiveCodes,
    },
    // `code` is only reliable for a missing parameter, every other failure is told in `errno`.
    {
      name: 'pay',
      requires: ['errno'],
      hosts: ['pay.bilibili.com'],
      code: ['errno', 'code'],
      message: ['msg', 'showMsg'],
      requestId,
      success: { errno: [0], code: [0, undefined] },
      codes: payCodes,
    },
    // Also Twirp on manga.bilibili.com (`code` a word, `msg`, `meta`) and the old feedback API (`error`).
    {
      name: 'web',
      code: 'code',
      message: ['message', 'msg', 'error'],
      requestId,
      param: ['meta.argument', { at: 'message', match: /^Key: '([\w.]+)' Error:/ }],
      success: [0],
      codes: webCodes,
    },
    // The first passport API: `{"status":false,"data":-4}`; on success `data` is an object or a sentence.
    {
      name: 'legacy',
      requires: { status: [false] },
      code: 'data',
      message: 'message',
      requestId,
      codes: legacyCodes,
    },
    { name: 'upload', code: 'OK', message: ['message', 'info'], requestId, success: [1] },
    // HTTP 200 with a page. The page of a 404 and of a 412 share another title, so there the status decides.
    {
      name: 'captcha',
      readers: [html],
      requires: { title: ['验证码_哔哩哔哩'] },
      code: 'title',
      requestId,
      codes: captchaCodes,
    },
  ],
  status: { 412: 'abuse-blocked' },
}
