// Tests of one's own branches: an error by its reason alone, or a whole answer in the platform's own shape for a mocked server.
import assert from 'node:assert/strict'
import { type ApiError, isApiError, wrapFetch } from '@unifault/fetch'
import { fakeApiError, fakeResponse } from '@unifault/core/testing'
import { bilibili } from '@unifault/providers/bilibili'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** The code under test. */
function hint(error: ApiError): string {
  return error.category === 'auth' ? 'Please sign in.' : 'Please try again later.'
}

assert.equal(hint(fakeApiError({ reason: 'token-expired' })), 'Please sign in.')
assert.equal(hint(fakeApiError({ reason: 'throttled', retryAfterMs: 2000 })), 'Please try again later.')

const { body, status, headers } = fakeResponse(bilibili, '-101')
setupServer(http.get('https://api.bilibili.com/nav', () => new HttpResponse(body, { status, headers }))).listen()
const apiFetch = wrapFetch(fetch, bilibili)
const error: unknown = await apiFetch('https://api.bilibili.com/nav').catch((reason: unknown) => reason)
assert(isApiError(error, bilibili, '-101'))
console.log(`${body} → ${hint(error)}`)
// prints: {"code":-101,"message":"You are not signed in"} → Please sign in.
