// Errors as values: a Result whose error is an ApiError. What is not an API error, such as a bug, still rejects.
import { wrapFetch } from '@unifault/fetch'
import { toResult } from '@unifault/neverthrow'
import { baidu } from '@unifault/providers/baidu'

const answer = { errno: -6, errmsg: '', request_id: '8968832465118416526' }
const apiFetch = wrapFetch(async () => Response.json(answer), baidu) // in life: wrapFetch(fetch, baidu)

const quota = await toResult(async () => {
  const response = await apiFetch('https://pan.baidu.com/api/quota')
  return (await response.json()) as { used: number }
})

if (quota.isOk()) console.log(`${quota.value.used} bytes used`)
else console.log(`${quota.error.category}: ${quota.error.reason}, request ${quota.error.requestId}`)
// prints: auth: unauthenticated, request 8968832465118416526
