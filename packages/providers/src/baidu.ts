import type { Provider } from '@unifault/core'
import { jsonp, xmlTags } from '@unifault/core/readers'
import {
  type BaiduCode,
  aiCodes,
  cloudCodes,
  mapCodes,
  netdiskCodes,
  oauthCodes,
  openApiCodes,
  pcsCodes,
  qianfanCodes,
  speechCodes,
  translateCodes,
} from './generated/baidu/codes.ts'

const storageHosts = ['pan.baidu.com', 'yun.baidu.com', 'pcs.baidu.com', '*.pcs.baidu.com', '*.baidupcs.com']
const mapHosts = ['api.map.baidu.com', 'yingyan.baidu.com']
const mapReaders = [jsonp, xmlTags]
const requestId = ['log_id', 'request_id', 'id']
/** What the gateway that all products share answers by itself (0 to 19, 100 to 119), and the ranges of Open API and of PCS. */
const openApiNumber = /^((?:1?\d|1[01]\d|2[01]\d|80\d|9[0-5]\d))$/
const pcsNumber = /^((?:1?\d|1[01]\d|213|31[0-5]\d\d|360[0-4]\d))$/
const translateNumber = /^(0|5200\d|540[01]\d|5800\d|6600\d|7020\d|90107)$/

export type { BaiduCode } from './generated/baidu/codes.ts'

/**
 * Baidu: Open API, OAuth, PCS, netdisk, maps, AI, speech, translation, Qianfan and the cloud, nearly all with HTTP 200
 * (https://ai.baidu.com/ai-doc/OCR/dk3h7y5vr). One number means different things at each (4: no permission at PCS, too many
 * requests elsewhere; 2: unavailable or a wrong parameter), so on Baidu's own hosts the host decides. On any other host
 * (a proxy, a test) the shape does, and of `error_code` the size: below 1,000 is Open API, 31,000 PCS, the rest AI. What no
 * dialect lists falls to AI as well, so that it never passes for a success.
 */
export const baidu: Provider<'baidu', BaiduCode> = {
  id: 'baidu',
  name: 'Baidu',
  hosts: [
    'openapi.baidu.com',
    'pcs.baidu.com',
    'pan.baidu.com',
    'yun.baidu.com',
    'baidupcs.com',
    'api.map.baidu.com',
    'yingyan.baidu.com',
    'fanyi-api.baidu.com',
    'api.fanyi.baidu.com',
    'vop.baidu.com',
    'tsn.baidu.com',
    'baidubce.com',
    'bcebos.com',
  ],
  sharedHosts: ['*.cfc-execute.*', '*.apigw.*'],
  docs: 'https://ai.baidu.com/ai-doc/OCR/dk3h7y5vr',
  dialects: [
    {
      name: 'oauth',
      requires: 'error_description',
      code: 'error',
      message: 'error_description',
      codes: oauthCodes,
    },
    {
      name: 'netdisk',
      hosts: storageHosts,
      // `info[].errno` tells of the items of a batch.
      code: 'errno',
      message: ['show_msg', 'errmsg', 'err_msg'],
      requestId: 'request_id',
      success: [0],
      codes: netdiskCodes,
    },
    {
      name: 'speech',
      code: 'err_no',
      message: ['err_msg', 'err_detail'],
      requestId: ['log_id', 'tts_logid', 'sn'],
      success: [0],
      codes: speechCodes,
    },
    {
      name: 'open-api',
      code: 'error_code',
      message: 'error_msg',
      requestId,
      success: [0],
      hosts: ['openapi.baidu.com'],
      readers: [jsonp],
      requires: { at: 'error_code', match: openApiNumber },
      codes: openApiCodes,
    },
    {
      name: 'pcs',
      code: 'error_code',
      message: 'error_msg',
      requestId,
      success: [0],
      hosts: storageHosts,
      // Not by `request_id`: it is beyond 2^53, so a body that the client has parsed seems to have none.
      requires: { at: 'error_code', match: pcsNumber },
      codes: pcsCodes,
    },
    {
      name: 'translate',
      hosts: ['fanyi-api.baidu.com', 'api.fanyi.baidu.com'],
      requires: { at: 'error_code', match: translateNumber },
      code: 'error_code',
      message: 'error_msg',
      requestId,
      success: [0, 52_000],
      codes: translateCodes,
    },
    { name: 'ai', code: 'error_code', message: 'error_msg', requestId, success: [0], codes: aiCodes },
    {
      name: 'qianfan',
      hosts: ['*.baidubce.com'],
      requires: 'error.message',
      code: ['error.code', 'error.type'],
      message: 'error.message',
      requestId: ['id', '@x-bce-request-id'],
      codes: qianfanCodes,
    },
    // Words only: some services of the cloud say success by a number here.
    {
      name: 'cloud',
      hosts: ['*.baidubce.com', '*.bcebos.com'],
      requires: ['requestId', 'message'],
      code: { at: 'code', match: /^([A-Za-z][\w.-]*)$/ },
      message: 'message',
      requestId: 'requestId',
      success: ['OK', 'ok', 'Success', 'success'],
      codes: cloudCodes,
    },
    // Both words are in use; without either, a `status` on an unknown host would be the state of some task.
    {
      name: 'map',
      hosts: mapHosts,
      readers: mapReaders,
      requires: 'message',
      code: 'status',
      message: 'message',
      success: [0, 'OK'],
      codes: mapCodes,
    },
    {
      name: 'map-msg',
      hosts: mapHosts,
      readers: mapReaders,
      requires: 'msg',
      code: 'status',
      message: 'msg',
      success: [0, 'OK'],
      codes: mapCodes,
    },
    {
      name: 'map-xml',
      hosts: mapHosts,
      readers: mapReaders,
      success: [0, 'OK'],
      codes: mapCodes,
      code: '*Response.status',
      message: ['*Response.message', '*Response.msg'],
    },
  ],
}
