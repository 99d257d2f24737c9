// Dialects that many providers share, each by its own specification.
import { own } from './answer.ts'
import type { Protocol } from './dialect.ts'
import { parseWait } from './wait.ts'

/** The first items of a list; none of what is no list. */
function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.slice(0, 16) : []
}

// ── Problem details ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The registry of RFC 9457 section 4.2 and the types of draft-ietf-httpapi-ratelimit-headers. */
const registry = 'https://iana.org/assignments/http-problem-types#'
const problemCodes = {
  [`${registry}quota-exceeded`]: 'throttled',
  [`${registry}temporary-reduced-capacity`]: 'unavailable',
  [`${registry}abnormal-usage-detected`]: 'abuse-blocked',
} as const

function textOrNumber(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
}

/** Problem details (RFC 9457): by their media type, or from 400 on by a `title` beside a `type` or a `status` that repeats the answer's. */
export const problemJson: Protocol = {
  isProtocol: true,
  name: 'problem-json',
  codes: problemCodes,
  judge(answer) {
    const { value, status } = answer
    const title = textOrNumber(own(value, 'title'))
    const type = textOrNumber(own(value, 'type'))
    const isDeclared = answer.header('content-type')?.includes('problem+json') === true
    const isAlike = status >= 400 && title !== undefined && (type !== undefined || own(value, 'status') === status)
    if (!isDeclared && !isAlike) return undefined
    const issues = items(own(value, 'errors')).map((one) => ({
      param: textOrNumber(own(one, 'pointer')),
      message: textOrNumber(own(one, 'detail')),
    }))
    const code = textOrNumber(own(value, 'code')) ?? (type === 'about:blank' ? undefined : type)
    return {
      code: code === String(status) ? undefined : code, // repeating the HTTP status says nothing
      message: textOrNumber(own(value, 'detail')) ?? title,
      requestId: textOrNumber(own(value, 'traceId')) ?? textOrNumber(own(value, 'requestId')),
      param: issues.at(0)?.param,
      issues,
    }
  },
}

// ── OAuth 2 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const oauthCodes = {
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
  codes: oauthCodes,
  judge({ value }) {
    const code = own(value, 'error')
    if (typeof code !== 'string') return undefined
    const message = own(value, 'error_description')
    // Other names are OAuth's only beside a description: a bare `error` is the habit of many.
    if (!Object.hasOwn(oauthCodes, code) && !(typeof message === 'string' && /^[\w.:/-]{1,64}$/.test(code)))
      return undefined
    return { code, message: typeof message === 'string' ? message : undefined }
  },
}

// ── google.rpc.Status ───────────────────────────────────────────────────────────────────────────────────────────────

/** google.rpc.Code (googleapis/googleapis, google/rpc/code.proto): which cause each name stands for when nothing finer is said. */
const googleCodes = {
  CANCELLED: 'timeout',
  UNKNOWN: 'internal',
  INVALID_ARGUMENT: 'invalid-parameter',
  DEADLINE_EXCEEDED: 'timeout',
  NOT_FOUND: 'not-found',
  ALREADY_EXISTS: 'already-exists',
  PERMISSION_DENIED: 'permission-denied',
  UNAUTHENTICATED: 'unauthenticated',
  RESOURCE_EXHAUSTED: 'throttled',
  FAILED_PRECONDITION: 'precondition-failed',
  ABORTED: 'in-progress',
  OUT_OF_RANGE: 'out-of-range',
  UNIMPLEMENTED: 'unsupported',
  INTERNAL: 'internal',
  UNAVAILABLE: 'unavailable',
  DATA_LOSS: 'internal',
} as const

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** google.rpc.Status in JSON (AIP-193), with the wait of its `RetryInfo` and the fields of its `BadRequest`. */
export const googleRpc: Protocol = {
  isProtocol: true,
  name: 'google-rpc',
  codes: googleCodes,
  judge({ value }) {
    const error = own(value, 'error')
    const code = own(error, 'status')
    if (typeof code !== 'string' || !Object.hasOwn(googleCodes, code)) return undefined
    const details = items(own(error, 'details'))
    const issues = details
      .flatMap((detail) => items(own(detail, 'fieldViolations')))
      .map((violation) => ({ param: textOf(own(violation, 'field')), message: textOf(own(violation, 'description')) }))
    const waits = details.map((detail) => parseWait(own(detail, 'retryDelay'), 's', 0))
    return {
      code,
      message: textOf(own(error, 'message')),
      waitMs: waits.find((wait) => wait !== undefined),
      param: issues.at(0)?.param,
      issues,
    }
  },
}

// ── GraphQL ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Apollo Server's and the GraphQL-over-HTTP community's `extensions.code`; the specification names none. */
const graphqlCodes = {
  GRAPHQL_PARSE_FAILED: 'invalid-parameter',
  GRAPHQL_VALIDATION_FAILED: 'invalid-parameter',
  BAD_USER_INPUT: 'invalid-parameter',
  BAD_REQUEST: 'invalid-parameter',
  OPERATION_RESOLUTION_FAILURE: 'invalid-parameter',
  PERSISTED_QUERY_NOT_FOUND: 'not-found',
  PERSISTED_QUERY_NOT_SUPPORTED: 'unsupported',
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'permission-denied',
  INTERNAL_SERVER_ERROR: 'internal',
} as const

/** GraphQL errors (GraphQL specification section 7.1.2): a non-empty `errors` list is an error at any status, partial data included. */
export const graphql: Protocol = {
  isProtocol: true,
  name: 'graphql',
  codes: graphqlCodes,
  judge({ value }) {
    const errors = own(value, 'errors')
    if (!Array.isArray(errors) || errors.length === 0) return undefined
    const issues = errors.slice(0, 16).map((one) => ({ message: own(one, 'message') }))
    if (!issues.every((issue): issue is { message: string } => typeof issue.message === 'string')) return undefined
    const first: unknown = errors.at(0)
    const found = [own(own(first, 'extensions'), 'code'), own(first, 'type'), own(first, 'code')]
      .filter((code) => (typeof code === 'string' && code !== '') || Number.isSafeInteger(code))
      .map(String)
    return {
      code: found.at(0),
      outerCode: found.length > 1 ? found.at(-1) : undefined,
      codes: found,
      message: issues.at(0)?.message,
      issues,
    }
  },
}
