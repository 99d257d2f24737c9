import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { defineProvider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { github } from '@unifault/providers/github'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'x-github-request-id': 'A1:B2' }
const viewer = gql`
  query Viewer {
    viewer {
      login
    }
    repository(owner: "o", name: "r") {
      name
    }
  }
`

/** @param errorPolicy `'all'` gives partial data beside the error instead of throwing it */
function query(errorPolicy: 'none' | 'all'): Call {
  return (fetch, origin) => {
    const link = new HttpLink({ uri: `${origin}/graphql`, fetch })
    const client = new ApolloClient({ link, cache: new InMemoryCache() })
    return client.query({ query: viewer, errorPolicy })
  }
}

const partial: Answer = {
  headers,
  body: {
    data: { viewer: { __typename: 'User', login: 'o' }, repository: null },
    errors: [
      { type: 'NOT_FOUND', path: ['repository'], message: "Could not resolve to a Repository with the name 'o/r'." },
    ],
  },
}

function refused(status: number, body: object, more: Readonly<Record<string, string>> = {}): Answer[] {
  return [{ status, headers: { ...headers, ...more }, body }]
}

harmless(
  '@apollo/client',
  { provider: github, call: query('none'), by: 'apiErrorOf' },
  {
    'a success': {
      answers: [
        {
          headers,
          body: {
            data: { viewer: { __typename: 'User', login: 'o' }, repository: { __typename: 'Repository', name: 'r' } },
          },
        },
      ],
    },
    'partial data, which stays': {
      answers: [partial],
      call: query('all'),
      verdict: { category: 'param', reason: 'not-found', code: 'NOT_FOUND', status: 200, requestId: 'A1:B2' },
      by: 'onError',
    },
    'partial data that is refused': {
      answers: [partial],
      verdict: { category: 'param', reason: 'not-found', code: 'NOT_FOUND' },
      by: 'classify.from',
    },
    'a wrong token, 401': {
      answers: refused(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/graphql' }),
      verdict: { category: 'auth', reason: 'token-invalid', status: 401, requestId: 'A1:B2' },
    },
    'too many requests, 429': {
      answers: refused(429, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '60' }),
      verdict: { category: 'rate-limit', reason: 'throttled', retryAfterMs: 60_000 },
    },
    'a wrong query, 400': {
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
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED' },
    },
  },
)

harmless(
  '@apollo/client, at an Apollo Server of one’s own',
  { provider: defineProvider({ id: 'own', dialects: [graphql] }), call: query('none'), by: 'apiErrorOf' },
  {
    'nobody who is signed in': {
      answers: [{ body: { errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }], data: null } }],
      verdict: { category: 'auth', reason: 'unauthenticated', code: 'UNAUTHENTICATED' },
      by: 'classify.from',
    },
    'a wrong query, 400': {
      answers: refused(400, { errors: [{ message: 'No', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }),
      verdict: { category: 'param', reason: 'invalid-parameter', code: 'GRAPHQL_VALIDATION_FAILED', status: 400 },
    },
    'an error of another media type': {
      answers: [
        {
          status: 401,
          headers: { 'content-type': 'application/graphql-response+json' },
          body: { errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] },
        },
      ],
      verdict: { category: 'auth', reason: 'unauthenticated', code: 'UNAUTHENTICATED' },
      by: 'classify.from',
    },
    'a page where data was due': {
      answers: [{ body: '<html><title>Sign in</title></html>' }],
      verdict: { category: 'server', reason: 'malformed-response', status: 200 },
    },
  },
)
