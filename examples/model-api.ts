// HTTP 429 has two meanings at a model API: "slow down", which a wait cures, and "the account is empty", which no wait cures.
import { isApiError, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'

const slowDown = { message: 'Rate limit reached. Please try again in 6.5s.', code: 'rate_limit_exceeded' }
const empty = { message: 'You exceeded your current quota.', code: 'insufficient_quota' }
const overloaded = { message: 'The server had an error.', type: 'server_error', code: null }
const answers = [
  Response.json({ error: slowDown }, { status: 429 }),
  Response.json({ error: empty }, { status: 429 }),
  Response.json({ error: overloaded }, { status: 500 }),
]
// In life: wrapFetch(fetch, openai)
const apiFetch = wrapFetch(async () => answers.shift() as Response, openai)

for (let attempt = 1; attempt <= 3; attempt++)
  await apiFetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: '{}' }).catch(
    (error: unknown) => {
      if (!isApiError(error)) throw error
      const { status, reason, retry, retryAfterMs, isRetryable } = error
      console.log(status, reason, retry, retryAfterMs ?? '-', isRetryable)
    },
  )
// The last one is a POST, and still retryable: asking a model again does no harm, and the catalog says so for this path.
// prints: 429 throttled after-wait 6500 true
// prints: 429 payment-required never - false
// prints: 500 internal if-idempotent - true
