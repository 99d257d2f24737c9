import { inspect } from 'node:util'
import { type ApiError, isApiError, toOtelAttributes, toProblemDetails } from '@unifault/core'
import { secret } from './answers.ts'

const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are looked for
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u
const categories = ['auth', 'rate-limit', 'param', 'server']
const retries = ['after-wait', 'if-idempotent', 'after-recovery', 'poll', 'never']
const forms = [secret, encodeURIComponent(secret), btoa(secret), Buffer.from(secret).toString('hex')]

function isText(value: unknown, most: number): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && value.length <= most && !unprintable.test(value) && value.isWellFormed())
  )
}

/** What is wrong with an error; undefined when nothing is. */
export function brokenInvariant(error: ApiError, isThorough: boolean): string | undefined {
  if (!isApiError(error)) return 'it is no ApiError'
  if (!categories.includes(error.category)) return 'its category is none'
  if (!retries.includes(error.retry)) return 'its retry is none'
  if (typeof error.isRetryable !== 'boolean') return 'isRetryable is no boolean'
  if (!isText(error.message, 1000)) return 'its message is too long or not printable'
  if (!isText(error.providerMessage, 512)) return "the provider's message is too long or not printable"
  for (const name of ['code', 'outerCode', 'param'] as const)
    if (!isText(error[name], 128)) return `${name} is no short text`
  if (error.requestId !== undefined && !/^[\w.:/+=@|-]{1,200}$/.test(error.requestId)) return 'requestId is no token'
  const { status, retryAfterMs, issues } = error
  if (status !== undefined && !(Number.isInteger(status) && status >= 100 && status <= 999)) return 'status is none'
  if (
    retryAfterMs !== undefined &&
    !(Number.isInteger(retryAfterMs) && retryAfterMs >= 0 && retryAfterMs <= 86_400_000)
  )
    return 'retryAfterMs is out of range'
  if (!Array.isArray(issues) || issues.length > 16) return 'there are too many issues'
  for (const issue of issues)
    if (!isText(issue.param, 128) || !isText(issue.code, 128) || !isText(issue.message, 512))
      return 'an issue is no text'
  if (!isText(error.request.url, 512) || /[?#]/.test(error.request.url ?? '')) return 'the URL shows more than its path'
  const json = JSON.stringify(error)
  if (json.length > 20_000) return 'its JSON is too long'
  // What a server calls its request's id is shown as it is.
  const showsSecret = (view: string): boolean => {
    const rest = error.requestId === undefined ? view : view.replaceAll(error.requestId, '')
    return forms.some((form) => rest.includes(form))
  }
  if (showsSecret(json)) return 'it shows the secret'
  if (!isThorough) return undefined
  const views = [inspect(error, { depth: 10, showHidden: true }), String(error), error.stack ?? '']
  views.push(
    JSON.stringify([toProblemDetails(error, 'relay'), toProblemDetails(error, 'gateway'), toOtelAttributes(error)]),
  )
  return views.some(showsSecret) ? 'a view shows the secret' : undefined
}
