// HTTP 429 has two meanings at a model API: "slow down", which a wait cures, and "the account is empty", which no wait cures.
import { isApiError, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'
import { replay } from './mock/replay.ts'

const url = 'https://api.openai.com/v1/chat/completions'
const slowDown = { error: { message: 'Rate limit reached. Please try again in 6.5s.', code: 'rate_limit_exceeded' } }
const empty = { error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' } }
const overloaded = { error: { message: 'The server had an error.', type: 'server_error', code: null } }
replay(url, { status: 429, body: slowDown }, { status: 429, body: empty }, { status: 500, body: overloaded })

const apiFetch = wrapFetch(fetch, openai)

for (let attempt = 1; attempt <= 3; attempt++)
  await apiFetch(url, { method: 'POST', body: '{}' }).catch((error: unknown) => {
    if (!isApiError(error)) throw error
    const { status, reason, retry, retryAfterMs, isRetryable } = error
    console.log(status, reason, retry, retryAfterMs ?? '-', isRetryable)
  })
// The last one is a POST, and still retryable: asking a model again does no harm, and the catalog says so for this path.
// prints: 429 throttled after-wait 6500 true
// prints: 429 payment-required never - false
// prints: 500 internal if-idempotent - true
