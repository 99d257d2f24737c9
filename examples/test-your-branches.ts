// Tests of one's own branches: an error by its reason alone, or a mocked platform that answers in its own shape.
import assert from 'node:assert/strict'
import { fakeApiError } from '@unifault/core/testing'
import { type ApiError, isApiError, wrapFetch } from '@unifault/fetch'
import { errorHandler, okHandler, sequence } from '@unifault/msw'
import { bilibili } from '@unifault/providers/bilibili'
import { setupServer } from 'msw/node'

/** The code under test. */
function hint(error: ApiError): string {
  return error.category === 'auth' ? 'Please sign in.' : 'Please try again later.'
}

assert.equal(hint(fakeApiError({ reason: 'token-expired' })), 'Please sign in.')
assert.equal(hint(fakeApiError({ reason: 'throttled', retryAfterMs: 2000 })), 'Please try again later.')

setupServer(sequence([errorHandler(bilibili, '-101', { message: '账号未登录' }), okHandler(bilibili)])).listen()
const apiFetch = wrapFetch(fetch, bilibili)
const error: unknown = await apiFetch('https://api.bilibili.com/nav').catch((reason: unknown) => reason)
assert(isApiError(error, bilibili, '-101'))
assert((await apiFetch('https://api.bilibili.com/nav')).ok)
console.log(`${error.providerMessage} → ${hint(error)}`)
// prints: 账号未登录 → Please sign in.
