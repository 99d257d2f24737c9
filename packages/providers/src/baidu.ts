import { defineProvider, envelope, jsonp, type Provider, xmlTags } from '@unifault/core'
import { type BaiduCode, baidu as codes } from './generated/codes.ts'

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** What the gateway that all products share answers by itself. */
const platform = [...numbers(0, 19), ...numbers(100, 119)]
const storageHosts = ['pan.baidu.com', 'yun.baidu.com', 'pcs.baidu.com', '*.pcs.baidu.com', '*.baidupcs.com']
const mapHosts = ['api.map.baidu.com', 'yingyan.baidu.com']
const wrapped = {
  code: 'error_code',
  message: 'error_msg',
  requestId: ['log_id', 'request_id', 'id'],
  success: [0],
} as const
const status = { hosts: mapHosts, readers: [jsonp, xmlTags], success: [0, 'OK'], codes: codes.map } as const

/**
 * Baidu: Open API, OAuth, PCS, netdisk, maps, AI, speech, translation, Qianfan and the cloud, nearly all with HTTP 200
 * (https://ai.baidu.com/ai-doc/OCR/dk3h7y5vr). One number means different things at each (4: no permission at PCS, too many
 * requests elsewhere; 2: unavailable or a wrong parameter), so on Baidu's own hosts the host decides. On any other host
 * (a proxy, a test) the shape does, and of `error_code` the size: below 1,000 is Open API, 31,000 PCS, the rest AI. What no
 * dialect lists falls to AI as well, so that it never passes for a success.
 */
export const baidu: Provider<'baidu', BaiduCode> = defineProvider({
  id: 'baidu',
  name: 'Baidu',
  hosts: [
    'openapi.baidu.com',
    'pcs.baidu.com',
    'pan.baidu.com',
    'yun.baidu.com',
    'baidupcs.com',
    ...mapHosts,
    'fanyi-api.baidu.com',
    'api.fanyi.baidu.com',
    'vop.baidu.com',
    'tsn.baidu.com',
    'baidubce.com',
    'bcebos.com',
  ],
  docs: 'https://ai.baidu.com/ai-doc/OCR/dk3h7y5vr',
  dialects: [
    envelope({
      name: 'oauth',
      requires: 'error_description',
      code: 'error',
      message: 'error_description',
      codes: codes.oauth,
    }),
    envelope({
      name: 'netdisk',
      hosts: storageHosts,
      // `info[].errno` tells of the items of a batch.
      code: 'errno',
      message: ['show_msg', 'errmsg', 'err_msg'],
      requestId: 'request_id',
      success: [0],
      codes: codes.netdisk,
    }),
    envelope({
      name: 'speech',
      code: 'err_no',
      message: ['err_msg', 'err_detail'],
      requestId: ['log_id', 'tts_logid', 'sn'],
      success: [0],
      codes: codes.speech,
    }),
    envelope({
      ...wrapped,
      name: 'open-api',
      hosts: ['openapi.baidu.com'],
      readers: [jsonp],
      requires: { error_code: [...platform, ...numbers(200, 219), ...numbers(800, 809), ...numbers(900, 959)] },
      codes: codes.openApi,
    }),
    envelope({
      ...wrapped,
      name: 'pcs',
      hosts: storageHosts,
      // Not by `request_id`: it is beyond 2^53, so a body that the client has parsed seems to have none.
      requires: { error_code: [...platform, 213, ...numbers(31_000, 31_599), ...numbers(36_000, 36_049)] },
      codes: codes.pcs,
    }),
    envelope({
      ...wrapped,
      name: 'translate',
      hosts: ['fanyi-api.baidu.com', 'api.fanyi.baidu.com'],
      requires: {
        error_code: [
          0,
          ...numbers(52_000, 52_009),
          ...numbers(54_000, 54_019),
          ...numbers(58_000, 58_009),
          ...numbers(66_000, 66_009),
          ...numbers(70_200, 70_209),
          90_107,
        ],
      },
      success: [0, 52_000],
      codes: codes.translate,
    }),
    envelope({ ...wrapped, name: 'ai', codes: codes.ai }),
    envelope({
      name: 'qianfan',
      hosts: ['*.baidubce.com'],
      requires: 'error.message',
      code: ['error.code', 'error.type'],
      message: 'error.message',
      requestId: ['id', '@x-bce-request-id'],
      codes: codes.qianfan,
    }),
    // Words only: some services of the cloud say success by a number here.
    envelope({
      name: 'cloud',
      hosts: ['*.baidubce.com', '*.bcebos.com'],
      requires: ['requestId', 'message'],
      code: { at: 'code', match: /^([A-Za-z][\w.-]*)$/ },
      message: 'message',
      requestId: 'requestId',
      success: ['OK', 'ok', 'Success', 'success'],
      codes: codes.cloud,
    }),
    // Both words are in use; without either, a `status` on an unknown host would be the state of some task.
    envelope({ ...status, name: 'map', requires: 'message', code: 'status', message: 'message' }),
    envelope({ ...status, name: 'map-msg', requires: 'msg', code: 'status', message: 'msg' }),
    envelope({
      ...status,
      name: 'map-xml',
      code: '*Response.status',
      message: ['*Response.message', '*Response.msg'],
    }),
  ],
})
