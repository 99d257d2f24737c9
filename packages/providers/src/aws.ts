import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type AwsCode, jsonCodes, queryCodes, s3Codes } from './generated/aws/codes.ts'

const name = /^(?:[^#]*#)?([\w.]+)/
const requestId = ['@x-amzn-requestid', '@x-amz-request-id', '@x-amzn-request-id']

export type { AwsCode } from './generated/aws/codes.ts'

/**
 * Amazon Web Services. Almost every client error is HTTP 400, so the name decides: in a header, in `__type` behind a
 * namespace, or in XML (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization).
 */
export const aws: Provider<'aws', AwsCode> = {
  id: 'aws',
  name: 'Amazon Web Services',
  hosts: ['amazonaws.com', 'amazonaws.com.cn'],
  sharedHosts: [
    '*.execute-api.*',
    '*.appsync-api.*',
    '*.appsync-realtime-api.*',
    '*.elb.*',
    '*.elb.amazonaws.com',
    '*.compute.*',
    // Clusters of OpenSearch and Elasticsearch.
    '*.es.*',
    '*.aoss.*',
    '*.compute-1.amazonaws.com',
    '*.s3-website*',
  ],
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  dialects: [
    {
      // S3 may answer HTTP 200 with an <Error> document after a long copy
      // (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).
      name: 's3',
      readers: [xmlTags],
      code: 'Error.Code',
      message: 'Error.Message',
      requestId: ['@x-amzn-requestid', '@x-amz-request-id', '@x-amzn-request-id', 'Error.RequestId'],
      codes: s3Codes,
    },
    {
      name: 'query',
      readers: [xmlTags],
      code: ['ErrorResponse.Error.Code', 'Response.Errors.Error.Code'],
      message: ['ErrorResponse.Error.Message', 'Response.Errors.Error.Message'],
      requestId: [
        '@x-amzn-requestid',
        '@x-amz-request-id',
        '@x-amzn-request-id',
        'ErrorResponse.RequestId',
        'ErrorResponse.RequestID',
        'Response.RequestID',
      ],
      codes: queryCodes,
    },
    // A function that threw: the answer is 200, a header says so (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
    {
      name: 'function',
      requires: '@x-amz-function-error',
      code: 'errorType',
      message: 'errorMessage',
      requestId,
    },
    {
      name: 'json',
      code: [
        { at: '@x-amzn-errortype', match: name },
        { at: '__type', match: name },
        { at: 'Output.__type', match: name },
        { at: 'code', match: name },
      ],
      message: ['message', 'Message', 'errorMessage'],
      requestId,
      // A result may have a `code` of its own; an error of these protocols is never below 400.
      success: { $status: [200, 201, 202, 203, 204, 206] },
      codes: jsonCodes,
    },
  ],
}
