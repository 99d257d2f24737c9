// An ApiError for telemetry, by OpenTelemetry's semantic conventions.
import type { ApiError } from './api-error.ts'

/** Attribute values that OpenTelemetry accepts. */
export type OtelAttributes = Record<string, string | number | boolean>

/**
 * An ApiError as OpenTelemetry attributes.
 *
 * @returns `metric`: few distinct values, fit for a metric's dimensions; `span`: these and the single occurrence; `exception`: what
 *   `span.recordException` takes. `error.type`, `http.*` and `exception.*` follow the semantic conventions; never a URL, header or body.
 * @example
 * const { span: attributes, exception } = toOtelAttributes(error)
 * span.setAttributes(attributes)
 * span.recordException(exception)
 */
export function toOtelAttributes(error: ApiError): {
  metric: OtelAttributes
  span: OtelAttributes
  exception: { name: string; message: string; stack?: string }
} {
  const metric = defined({
    'error.type': error.reason,
    'http.request.method': error.request.method,
    'http.response.status_code': error.status,
    'unifault.category': error.category,
    'unifault.provider': error.provider,
  })
  const span = defined({
    ...metric,
    'exception.type': error.name,
    'exception.message': error.message,
    'unifault.code': error.code,
    'unifault.outer_code': error.outerCode,
    'unifault.matched_by': error.matchedBy.by,
    'unifault.request_id': error.requestId,
    'unifault.retry': error.retry,
    'unifault.retry_after_ms': error.retryAfterMs,
  })
  const { name, message, stack } = error
  return { metric, span, exception: stack === undefined ? { name, message } : { name, message, stack } }
}

function defined(attributes: Record<string, string | number | boolean | undefined>): OtelAttributes {
  const kept: OtelAttributes = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value
  return kept
}
