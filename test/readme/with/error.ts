import { type ApiError, createClassifier } from '@unifault/core'
import { bilibili } from '@unifault/providers/bilibili'

/** What a snippet that begins after the call has in its hands. */
export const error = createClassifier(bilibili)({
  url: 'https://api.bilibili.com/x/web-interface/nav',
  method: 'GET',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"code":-101,"message":"账号未登录","ttl":1}',
}) as ApiError
