import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type Auth0Code, loginCodes } from './generated/auth0/codes.ts'

export type { Auth0Code } from './generated/auth0/codes.ts'

/**
 * Auth0: words of its own in `code` or `error` where a user signs up or in; other refusals of the sign-in are those of OAuth.
 * https://auth0.com/docs/libraries/common-auth0-library-authentication-errors
 */
export const auth0: Provider<'auth0', Auth0Code> = {
  id: 'auth0',
  name: 'Auth0',
  hosts: ['auth0.com'],
  docs: 'https://auth0.com/docs/libraries/common-auth0-library-authentication-errors',
  dialects: [
    {
      name: 'login',
      code: {
        at: 'error',
        match: /^(invalid_(?:user_password|password|signup)|mfa_\w+|password_\w+|unauthorized|user\w*_exists)$/,
      },
      message: ['error_description', 'description', 'message'],
      requestId: '@x-auth0-requestid',
      codes: loginCodes,
    },
    {
      name: 'signup',
      requires: ['code', 'description'],
      code: 'code',
      message: ['description', 'message'],
      requestId: '@x-auth0-requestid',
      codes: loginCodes,
    },
    oauth,
  ],
}
