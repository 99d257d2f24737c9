import { bilibili } from '@unifault/providers/bilibili'
import { generic } from '@unifault/providers/generic'
import { createFetch, type FetchOptions } from 'ofetch'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'

function get(options: FetchOptions = {}): Call {
  return (fetch, origin) => createFetch({ fetch })(`${origin}/x`, { retryDelay: 5, ...options } as FetchOptions<'json'>)
}

harmless(
  'ofetch',
  { provider: generic, call: get(), by: 'apiErrorOf' },
  {
    'a success': { answers: [{ body: { code: 0, data: { name: 'x' } } }] },
    'a wrong token, 401, which is asked once': {
      answers: [{ status: 401, body: { error: 'invalid_token', error_description: 'The token has expired' } }],
      verdict: { category: 'auth', reason: 'token-invalid', code: 'invalid_token', status: 401 },
    },
    'too many requests, 429, which are repeated once': {
      answers: [{ status: 429, headers: { 'retry-after': '1' }, body: { message: 'Too many requests' } }],
      verdict: { category: 'rate-limit', reason: 'throttled', status: 429, retryAfterMs: 1000 },
    },
    'problem details, 400': {
      answers: [
        {
          status: 400,
          headers: { 'content-type': 'application/problem+json' },
          body: { type: 'about:blank', title: 'Bad Request', detail: 'The name is too long' },
        },
      ],
      verdict: { category: 'param', reason: 'out-of-range', status: 400 },
    },
    'nothing there, 404': {
      answers: [{ status: 404, headers: { 'content-type': 'text/plain' }, body: 'nothing here' }],
      verdict: { category: 'param', reason: 'not-found', status: 404 },
    },
    'a failure, 500, once': {
      answers: [{ status: 500, body: { message: 'Internal' } }, { body: { name: 'x' } }],
      told: ['internal'],
    },
    'a failure, 500, of what must not be repeated': {
      answers: [{ status: 500, body: { message: 'Internal' } }],
      call: get({ method: 'POST', body: { a: 1 } }),
      verdict: { category: 'server', reason: 'internal', status: 500 },
    },
    'an unavailable server, 503': {
      answers: [{ status: 503, headers: { 'content-type': 'text/html' }, body: '<html><title>503</title></html>' }],
      verdict: { category: 'server', reason: 'unavailable', status: 503 },
    },
    'a failure whose answer is asked for': {
      answers: [{ status: 409, body: { message: 'There is one already' } }],
      call: get({ ignoreResponseError: true, retry: false }),
      verdict: { category: 'param', reason: 'already-exists', status: 409 },
      by: 'onError',
    },
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED' },
    },
  },
)

harmless(
  'ofetch, at a platform that tells errors under HTTP 200',
  { provider: bilibili, call: get(), by: 'onError' },
  {
    'an error in a body of HTTP 200, which stays a success': {
      answers: [{ body: { code: -101, message: '账号未登录', ttl: 1 } }],
      verdict: { category: 'auth', reason: 'unauthenticated', code: '-101', status: 200 },
    },
  },
)
