import { createClassifier } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import { describe, expect, test } from 'vitest'

const classify = createClassifier(allProviders, { fallback: generic })

/** Where customers of a cloud run APIs of their own: the verdict is that of any unknown host. */
const places: readonly (readonly [place: string, url: string])[] = [
  ['API Gateway', 'https://abc.execute-api.us-east-1.amazonaws.com/prod/x'],
  ['API Gateway in China', 'https://abc.execute-api.cn-north-1.amazonaws.com.cn/prod/x'],
  ['AppSync', 'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql'],
  ['a load balancer', 'https://app-1234.us-east-1.elb.amazonaws.com/x'],
  ['an EC2 name', 'http://ec2-203-0-113-25.compute-1.amazonaws.com/x'],
  ['an EC2 name of a region', 'http://ec2-203-0-113-25.eu-central-1.compute.amazonaws.com/x'],
  ['a virtual machine of Azure', 'https://box.westeurope.cloudapp.azure.com/x'],
  ['an app of Azure', 'https://app.azurewebsites.net/api/x'],
  ['API Management of Azure', 'https://contoso.azure-api.net/x'],
  ['Apex REST', 'https://x.my.salesforce.com/services/apexrest/o'],
  ['an app proxy of Shopify', 'https://shop.myshopify.com/apps/reviews/x'],
  ['Function Compute', 'https://123.cn-hangzhou.fc.aliyuncs.com/2016-08-15/proxy/s/f/x'],
  ['API Gateway of Aliyun', 'https://abc-cn-hangzhou.alicloudapi.com/x'],
  ['CFC', 'https://abc.cfc-execute.bj.baidubce.com/x'],
]

const answers: readonly (readonly [status: number, body: object])[] = [
  [200, { success: false, code: 'TOKEN_EXPIRED', message: 'Token has expired' }],
  [200, { code: 40101, msg: 'token已过期', data: null }],
  [200, { success: false, code: 'VALIDATION_ERROR', message: 'Order number is required' }],
  [200, { jsonrpc: '2.0', id: 1, error: { code: -32602, message: 'Invalid params' } }],
  [
    200,
    {
      data: { list: null },
      errors: [{ path: ['list'], errorType: 'Unauthorized', message: 'Not Authorized to access list on type Query' }],
    },
  ],
  [200, { code: 0, message: 'ok', data: { error: 'x' } }],
  [200, { id: 1, code: 'DE', message: 'failed' }],
  [400, { error: 'invalid_grant', error_description: 'Token revoked' }],
  [401, { message: 'Unauthorized' }],
  [403, { message: 'Forbidden' }],
  [404, { detail: 'Not found.' }],
  [409, { message: 'A user with this email already exists' }],
  [429, { error: { code: 'quota_exceeded', message: 'Monthly quota exceeded' } }],
  [429, { message: 'Limit Exceeded' }],
  [429, { message: 'Too Many Requests' }],
  [500, { message: 'Internal server error' }],
  [503, { error: { code: 'busy', message: 'The service is overloaded' } }],
]

describe.each(places)('%s', (_place, url) => {
  test.each(answers)('%i %j is what it is on a neutral host', (status, body) => {
    const raw = { method: 'GET', status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const there = classify({ ...raw, url })
    const neutral = classify({ ...raw, url: 'https://api.example.org/x' })
    expect(there && [there.category, there.reason, there.retry, there.code]).toEqual(
      neutral && [neutral.category, neutral.reason, neutral.retry, neutral.code],
    )
  })
})

test("a cloud's own code still says so on its customers' hosts", () => {
  const error = classify({
    url: 'https://abc.execute-api.us-east-1.amazonaws.com/prod/x',
    method: 'GET',
    status: 403,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' },
    body: '{"message":"User is not authorized to access this resource"}',
  })
  expect(error).toMatchObject({ provider: 'aws', reason: 'permission-denied', code: 'AccessDeniedException' })
})
