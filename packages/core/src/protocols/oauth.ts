import { own } from '../answer.ts'
import type { Protocol } from '../dialect.ts'

const codes = {
  // RFC 6749 sections 4.1.2.1 and 5.2
  invalid_request: 'invalid-parameter',
  invalid_client: 'client-invalid',
  invalid_grant: 'grant-invalid',
  unauthorized_client: 'client-invalid',
  unsupported_grant_type: 'unsupported',
  unsupported_response_type: 'unsupported',
  invalid_scope: 'invalid-parameter',
  access_denied: 'scope-insufficient',
  server_error: 'internal',
  temporarily_unavailable: 'unavailable',
  // RFC 6750 section 3.1
  invalid_token: 'token-invalid',
  insufficient_scope: 'scope-insufficient',
  // RFC 7009 section 2.2.1
  unsupported_token_type: 'unsupported',
  // RFC 8628 section 3.5
  authorization_pending: 'authorization-pending',
  slow_down: 'throttled',
  expired_token: 'grant-invalid',
  // OpenID Connect Core 1.0 section 3.1.2.6
  interaction_required: 'action-required',
  login_required: 'unauthenticated',
  account_selection_required: 'action-required',
  consent_required: 'action-required',
  request_not_supported: 'unsupported',
  request_uri_not_supported: 'unsupported',
  registration_not_supported: 'unsupported',
} as const

/** OAuth 2.0 and OpenID Connect errors: `{"error":"invalid_grant","error_description":"…"}`. */
export const oauth: Protocol = {
  isProtocol: true,
  name: 'oauth',
  codes,
  judge({ value }) {
    const code = own(value, 'error')
    if (typeof code !== 'string') return undefined
    const message = own(value, 'error_description')
    // Other names are OAuth's only beside a description: a bare `error` is the habit of many.
    if (!Object.hasOwn(codes, code) && !(typeof message === 'string' && /^[\w.:/-]{1,64}$/.test(code))) return undefined
    return { code, message: typeof message === 'string' ? message : undefined }
  },
}
