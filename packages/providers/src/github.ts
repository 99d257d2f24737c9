import type { Provider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { form } from '@unifault/core/readers'
import { type GithubCode, graphqlCodes, oauthCodes, restCodes } from './generated/github/codes.ts'

export type { GithubCode } from './generated/github/codes.ts'

/**
 * GitHub. Rate limits are HTTP 403 as often as 429, a 404 hides missing rights, most errors have only words
 * (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api), GraphQL and OAuth fail at HTTP 200.
 */
export const github: Provider<'github', GithubCode> = {
  id: 'github',
  name: 'GitHub',
  hosts: ['github.com', 'githubusercontent.com'],
  docs: 'https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api',
  dialects: [
    {
      name: 'graphql',
      code: 'errors.0.type',
      message: 'errors.0.message',
      requestId: '@x-github-request-id',
      codes: graphqlCodes,
    },
    // Before GraphQL without types: the items of both have a message, only REST has words beside the list.
    {
      name: 'rest-fields',
      requires: ['message', 'errors.0'],
      code: 'errors.0.code',
      message: 'message',
      requestId: '@x-github-request-id',
      param: 'errors.0.field',
      codes: restCodes,
    },
    /* @__PURE__ */ Object.assign({}, graphql, { name: 'graphql-untyped' }),
    {
      name: 'oauth',
      readers: [form],
      requires: 'error_description',
      code: 'error',
      message: 'error_description',
      requestId: '@x-github-request-id',
      wait: { at: 'interval', unit: 's' },
      codes: oauthCodes,
    },
    {
      name: 'rest',
      code: 'errors.0.code',
      message: ['message', { at: '$text', match: /^\s*(Request forbidden by administrative rules[^\r\n]*)/ }],
      requestId: '@x-github-request-id',
      param: 'errors.0.field',
      // Takes every failure, most of which carry words and no code.
      success: { $status: [200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 304, 307, 308] },
      codes: restCodes,
    },
  ],
  messages: [
    { match: /^API rate limit exceeded/i, reason: 'throttled' },
    { match: 'You have exceeded a secondary rate limit*', reason: 'throttled' },
    { match: 'You have triggered an abuse detection mechanism*', reason: 'throttled' },
    { match: /^Max(?:imum)? number of login attempts? exceeded/, reason: 'abuse-blocked' },
    { match: 'Must specify two-factor authentication OTP code*', reason: 'action-required' },
    { match: 'Resource protected by organization SAML enforcement*', reason: 'action-required' },
    { match: 'Bad credentials', reason: 'token-invalid' },
    { match: 'A JSON web token could not be decoded*', reason: 'token-invalid' },
    { match: "'Expiration time' claim ('exp')*", reason: 'clock-skew' },
    { match: "'Issued at' claim ('iat')*", reason: 'clock-skew' },
    { match: 'Resource not accessible by *', reason: 'scope-insufficient' },
    { match: 'The permissions requested are not granted to this installation*', reason: 'scope-insufficient' },
    {
      match: /^Although you appear to have the correct authorization credentials[^]{0,200}IP allow list/,
      reason: 'client-restricted',
    },
    { match: 'Sorry. Your account was suspended*', reason: 'account-disabled' },
    { match: 'This installation has been suspended*', reason: 'account-disabled' },
    { match: 'Missing or invalid User Agent string*', reason: 'invalid-parameter' },
    { match: 'Request forbidden by administrative rules*', reason: 'invalid-parameter' },
    { match: "Required input '*", reason: 'missing-parameter' },
    { match: /^The requested blob is too large|^This API returns blobs up to /, reason: 'out-of-range' },
    { match: 'Something went wrong while executing your query*', reason: 'internal' },
    { match: 'Parse error on *', reason: 'invalid-parameter' },
  ],
}
