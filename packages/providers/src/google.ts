import type { Answer, Provider, Verdict } from '@unifault/core'
import { sse, xmlTags } from '@unifault/core/readers'
import {
  type GoogleCode,
  adManagerCodes,
  adsCodes,
  fcmCodes,
  mapsCodes,
  oauthCodes,
  rpcCodes,
} from './generated/google/codes.ts'
import { multipart } from './multipart.ts'

export type { GoogleCode } from './generated/google/codes.ts'

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** A quota of a day: only its id says so, or the words; the wait of seconds beside it does not help. */
function perDay({ value, status }: Answer): Verdict {
  const error = own(Array.isArray(value) ? value.at(0) : value, 'error')
  const code = own(error, 'status')
  const message = own(error, 'message')
  if (status !== 429 || code !== 'RESOURCE_EXHAUSTED' || typeof message !== 'string') return undefined
  const isOfDay = /\bper day\b/.test(message.slice(0, 1024)) || /"[A-Za-z\d]{0,64}PerDay/.test(detailsOf(error))
  return isOfDay ? { code, codes: ['RequestsPerDay', code], message } : undefined
}

function detailsOf(error: unknown): string {
  try {
    return JSON.stringify(own(error, 'details') ?? '').slice(0, 16_384)
  } catch {
    return ''
  }
}

/**
 * Google APIs, Gemini, Firebase and Maps. A bad key is HTTP 400 and a spent quota may be 403, so the ErrorInfo reason
 * (https://cloud.google.com/apis/design/errors) or the older errors[].reason decides before the canonical status.
 * Streams wrap the error in an array of one element. Google Ads names the error in its own detail, Ad Manager in a SOAP fault.
 */
export const google: Provider<'google', GoogleCode> = {
  id: 'google',
  name: 'Google',
  hosts: ['googleapis.com', 'ads.google.com'],
  docs: 'https://cloud.google.com/apis/design/errors',
  // Asking a model again does no harm beyond its price.
  idempotentPaths: [
    '*:generateContent',
    '*:streamGenerateContent',
    '*:embedContent',
    '*:batchEmbedContents',
    '*:countTokens',
  ],
  dialects: [
    // A code is one of an enum that the key names: `{"authorizationError":"USER_PERMISSION_DENIED"}`.
    {
      name: 'ads',
      requires: 'error.details.0.errors.0.errorCode.*',
      code: ['error.details.0.errors.0.errorCode.*', 'error.status'],
      message: ['error.details.0.errors.0.message', 'error.message'],
      requestId: ['error.details.0.requestId', '@request-id'],
      codes: adsCodes,
    },
    // The SOAP interface of Ad Manager: the text of the fault repeats the first error.
    {
      name: 'ad-manager',
      hosts: ['ads.google.com'],
      readers: [xmlTags],
      code: [
        'Envelope.Body.Fault.detail.ApiExceptionFault.errors.errorString',
        'Envelope.Body.Fault.detail.ApiExceptionFault.errors.0.errorString',
        { at: 'Envelope.Body.Fault.faultstring', match: /^\[(\w+\.\w+)/ },
      ],
      message: 'Envelope.Body.Fault.faultstring',
      requestId: 'Envelope.Header.ResponseHeader.requestId',
      param: [
        'Envelope.Body.Fault.detail.ApiExceptionFault.errors.fieldPath',
        'Envelope.Body.Fault.detail.ApiExceptionFault.errors.0.fieldPath',
      ],
      codes: adManagerCodes,
    },
    { name: 'quota', codes: rpcCodes, judge: perDay },
    {
      name: 'rpc',
      readers: [sse, multipart],
      batch: { at: 'parts', status: 'status', headers: 'headers', body: 'body' },
      // A finished long-running operation carries its own error inside a successful answer.
      requires: { done: [undefined] },
      code: [
        'error.details.0.errorCode',
        'error.details.1.errorCode',
        'error.details.0.reason',
        'error.details.1.reason',
        'error.details.2.reason',
        // Identity Toolkit puts its code into the message: `WEAK_PASSWORD : Password should be …`
        { at: 'error.message', match: /^([A-Z]+(?:_[A-Z]+)+)(?: : [^]*)?$/ },
        'error.errors.0.reason',
        'error.status',
        // The Interactions API speaks words in `code`; everywhere else it repeats the HTTP status.
        { at: 'error.code', match: /^([a-z_]+)$/ },
        '0.error.details.0.reason',
        '0.error.details.1.reason',
        '0.error.details.2.reason',
        '0.error.status',
      ],
      message: ['error.message', '0.error.message'],
      requestId: ['error.details.0.requestId', 'error.details.1.requestId', 'error.details.2.requestId'],
      param: [
        'error.details.0.fieldViolations.0.field',
        'error.details.1.fieldViolations.0.field',
        'error.errors.0.location',
      ],
      wait: {
        at: [
          'error.details.0.retryDelay',
          'error.details.1.retryDelay',
          'error.details.2.retryDelay',
          'error.details.3.retryDelay',
          '0.error.details.0.retryDelay',
          '0.error.details.1.retryDelay',
          '0.error.details.2.retryDelay',
          '0.error.details.3.retryDelay',
        ],
        unit: 's',
      },
      codes: rpcCodes,
    },
    {
      name: 'oauth',
      requires: 'error_description',
      code: 'error',
      message: 'error_description',
      codes: oauthCodes,
    },
    // The older interface of Cloud Messaging answers HTTP 200; what reached at least one device is a success.
    {
      name: 'fcm',
      hosts: ['fcm.googleapis.com', 'android.googleapis.com'],
      requires: { success: [0], canonical_ids: [0] },
      code: 'results.0.error',
      codes: fcmCodes,
    },
    {
      name: 'maps',
      hosts: ['maps.googleapis.com'],
      paths: ['/maps/api/*'],
      // Plain resources of other Google APIs have a `status` too (`RUNNING`, `DONE`), so only the published values count.
      requires: {
        status: [
          'OK',
          'ZERO_RESULTS',
          'OVER_DAILY_LIMIT',
          'OVER_QUERY_LIMIT',
          'REQUEST_DENIED',
          'INVALID_REQUEST',
          'UNKNOWN_ERROR',
          'NOT_FOUND',
          'MAX_WAYPOINTS_EXCEEDED',
          'MAX_ROUTE_LENGTH_EXCEEDED',
          'MAX_ELEMENTS_EXCEEDED',
          'MAX_DIMENSIONS_EXCEEDED',
          'DATA_NOT_AVAILABLE',
        ],
      },
      code: 'status',
      message: 'error_message',
      success: ['OK', 'ZERO_RESULTS'],
      codes: mapsCodes,
    },
  ],
}
