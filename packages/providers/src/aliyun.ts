import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type AliyunCode, ossCodes, rpcCodes, smsCodes } from './generated/aliyun/codes.ts'

export type { AliyunCode } from './generated/aliyun/codes.ts'

/** A `Code` of an RPC or ROA answer is an error only from HTTP 400 on: below, products keep their own states there ("200", 280). */
const failed = [400, 401, 402, 403, 404, 405, 406, 409, 411, 412, 413, 415, 422, 424, 429, 500, 501, 502, 503, 504]

/**
 * Alibaba Cloud: RPC and ROA products answer 4xx/5xx with a dotted `Code`, in XML below `Error` or the action's response;
 * the message services answer HTTP 200 whose `Code` is "OK" or a word such as `isv.BUSINESS_LIMIT_CONTROL`; the object
 * storage (OSS) answers S3-like XML. https://error-center.aliyun.com/
 */
export const aliyun: Provider<'aliyun', AliyunCode> = {
  id: 'aliyun',
  name: 'Alibaba Cloud',
  hosts: ['aliyuncs.com'],
  sharedHosts: ['*.fc.aliyuncs.com', '*.apigateway.*'],
  docs: 'https://error-center.aliyun.com/',
  dialects: [
    {
      name: 'sms',
      readers: [xmlTags],
      hosts: ['dysmsapi*.aliyuncs.com', 'dypnsapi*.aliyuncs.com', 'dyvmsapi*.aliyuncs.com'],
      requires: { $status: [200] },
      code: ['Code', '*Response.Code'],
      message: ['Message', '*Response.Message'],
      requestId: ['RequestId', '*Response.RequestId', '@x-acs-request-id'],
      success: ['OK', 200],
      codes: smsCodes,
    },
    // before `rpc`, whose gateway says `<Error>` too, because a bucket may answer on a domain of its own
    {
      name: 'oss',
      readers: [xmlTags],
      hosts: ['oss-*.aliyuncs.com', '*.oss-*.aliyuncs.com', 'oss.aliyuncs.com', '*.oss.aliyuncs.com'],
      code: 'Error.Code',
      message: 'Error.Message',
      requestId: ['Error.RequestId', '@x-oss-request-id'],
      codes: ossCodes,
    },
    {
      name: 'rpc',
      readers: [xmlTags],
      requires: { $status: failed },
      // The log service names them in its own way.
      code: ['Code', 'code', 'errorCode', 'Error.Code', '*Response.Code'],
      message: ['Message', 'message', 'errorMessage', 'Error.Message', '*Response.Message'],
      requestId: [
        'RequestId',
        'requestId',
        'Error.RequestId',
        '*Response.RequestId',
        '@x-acs-request-id',
        '@x-log-requestid',
      ],
      codes: rpcCodes,
    },
  ],
}
