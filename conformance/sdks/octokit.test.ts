import { request } from '@octokit/request'
import { github } from '@unifault/providers/github'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'x-github-request-id': 'A1:B2' }

function api(fetch: typeof globalThis.fetch, baseUrl: string): typeof request {
  return request.defaults({ baseUrl, request: { fetch }, headers: { authorization: 'token example' } })
}

const read: Call = (fetch, origin) => api(fetch, origin)('GET /repos/{owner}/{repo}', { owner: 'o', repo: 'r' })
const query: Call = (fetch, origin) => api(fetch, origin)('POST /graphql', { query: '{ viewer { login } }' })

function refused(status: number, body: object, more: Readonly<Record<string, string>> = {}): Answer[] {
  return [
    { status, headers: { ...headers, ...more }, body: { documentation_url: 'https://docs.github.com/rest', ...body } },
  ]
}

harmless(
  '@octokit/request',
  { provider: github, call: read, by: 'classify.from' },
  {
    'a success': { answers: [{ headers, body: { id: 1, full_name: 'o/r' } }] },
    'nothing there, 404': {
      answers: refused(404, { message: 'Not Found', status: '404' }),
      verdict: { category: 'param', reason: 'not-found', code: undefined, status: 404, requestId: 'A1:B2' },
    },
    'a wrong token, 401': {
      answers: refused(401, { message: 'Bad credentials', status: '401' }),
      verdict: { category: 'auth', reason: 'token-invalid', code: undefined, status: 401 },
    },
    'too many requests, 403': {
      answers: refused(403, { message: 'API rate limit exceeded for user ID 1.' }, { 'x-ratelimit-remaining': '0' }),
      verdict: { category: 'rate-limit', reason: 'throttled', status: 403 },
    },
    'too many requests, 429 with retry-after': {
      answers: refused(429, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '60' }),
      verdict: { category: 'rate-limit', reason: 'throttled', retryAfterMs: 60_000 },
    },
    'a wrong field, 422': {
      answers: refused(422, {
        message: 'Validation Failed',
        errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      }),
      verdict: { category: 'param', reason: 'missing-parameter', code: 'missing_field', param: 'title' },
    },
    'a body that is no JSON, 400': {
      answers: refused(400, { message: 'Problems parsing JSON' }),
      verdict: { category: 'param', reason: 'invalid-parameter', status: 400 },
    },
    'a failure, 500': {
      answers: refused(500, { message: 'Server Error' }),
      verdict: { category: 'server', reason: 'internal', status: 500 },
    },
    'an unavailable server, 503': {
      answers: [{ status: 503, headers: { ...headers, 'content-type': 'text/html' }, body: '<html>Unicorn!</html>' }],
      verdict: { category: 'server', reason: 'unavailable', status: 503 },
    },
    'partial data of GraphQL, which is an answer': {
      answers: [
        {
          headers,
          body: {
            data: { viewer: { login: 'o' }, repository: null },
            errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'No' }],
          },
        },
      ],
      call: query,
      verdict: { category: 'param', reason: 'not-found', code: 'NOT_FOUND', status: 200 },
      by: 'onError',
    },
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED', status: undefined },
      by: 'apiErrorOf',
    },
  },
)
