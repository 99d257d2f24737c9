import { type Fields, field, firstText, isEmpty, isFields } from './fields.ts'
import { envelopeKeys, messageNames, plain, recordKeys, strongCodeNames } from './names.ts'
import { codeText, handsOver, isDoubtfulCode, isSuccessCode, isSuccessMessage, tellsFailure } from './states.ts'
import { isFailureWord } from './failure-word.ts'

/*
 * When a body below HTTP 400 is an error.
 *
 * Two things must come together: something at the top says that the call failed, and nothing else is there that a success
 * would carry. What may say so: a flag (`success`, `ok` false), a code under a name that is only a code's (`errcode`, `retCode`)
 * with a value that is no success, `error` or `errors` that hold something, a `status` that is a word for failure, and a bare
 * `code`. A bare `code` is also that of a country, a product, a coupon or a log line, so it counts only when it is a number, a
 * numeric text or a compound word, stands beside a message, and the failure is said once more: it is negative or
 * imitates an HTTP error, its own words name an error, the message tells of a failure, or the data are null.
 * "Nothing else": every key belongs to envelopes (see `envelopeKeys`) or is empty; the stronger the sign, the more scalars
 * beside it are let pass, but never a key that names a record (`id`, `name`, `created_at`). A body of more than 32 keys is none.
 */

const flags = ['success', 'ok', 'Success', 'isSuccess', 'is_success', 'IsSuccess', 'succeed', 'succ', 'Ok'] as const
const messages: readonly string[] = messageNames.filter(
  (name) => !['result', 'data', 'title', 'text', 'error'].includes(name),
)
const carriers = ['base_resp', 'BaseResp', 'baseResp', 'BaseResponse', 'error_response', 'gw_err_resp'] as const
const wrappers = ['Response', 'ResponseMetadata', 'ResponseStatus', 'responseStatus', 'messages', 'Result'] as const
const heads = ['header', 'head', 'meta', 'status', 'err'] as const
const mostKeys = 32

/** Whether a body says that the call failed, and is nothing but that. */
export function fails(body: Fields): boolean {
  return (
    failsByFlag(body) ||
    failsByStrongCode(body) ||
    failsByError(body) ||
    failsByErrors(body) ||
    failsByCode(body) ||
    failsByStatus(body) ||
    failsInside(body)
  )
}

function messageOf(body: Fields): string | undefined {
  const text = firstText(body, messages)
  if (text !== undefined) return text
  const message = field(body, 'message')
  const first: unknown = Array.isArray(message) ? message[0] : message
  return isFields(first) ? firstText(first, ['text', 'message', 'value', 'zh', 'en']) : undefined
}

/** Whether at most so many scalars stand beside the envelope, and nothing of a record. */
function isBare(body: Fields, most: number): boolean {
  let keys = 0
  let strange = 0
  let isId = false
  for (const key in body) {
    if (++keys > mostKeys) return false
    const value = field(body, key)
    const name = plain(key)
    if (isEmpty(value)) continue
    if (envelopeKeys.has(name)) isId ||= recordKeys.has(name)
    else if (recordKeys.has(name) || typeof value === 'object' || ++strange > most) return false
  }
  // An id that envelopes have too, such as `sid`, beside something strange is that of a record.
  return !isId || strange === 0
}

/** A flag as it is sent: a boolean, or its word; 0 and 1 for the two that are only flags. */
function flagOf(body: Fields): boolean | undefined {
  for (const name of flags) {
    const value = field(body, name)
    if (isFalse(value)) return false
    if (value === true || (typeof value === 'string' && /^true$/i.test(value))) return true
    if ((name === 'success' || name === 'ok') && (value === 0 || value === 1)) return value === 1
  }
  return undefined
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^false$/i.test(value))
}

function failsByFlag(body: Fields): boolean {
  const flag = flagOf(body)
  const error = field(body, 'error')
  if (flag === false) {
    if (field(body, 'success') === 0 && typeof field(body, 'failure') === 'number') return field(body, 'failure') !== 0
    const explained = messageOf(body) ?? codeText(field(body, 'code')) ?? error ?? field(body, 'errors')
    return explained === undefined ? isBare(body, 0) : isBare(body, 3)
  }
  if (flag === true) return false
  const isWeak = ['result', 'status', 'Result', 'Status'].some((name) => isFalse(field(body, name)))
  const isSaid = error === true || error === 'true' || field(body, 'failed') === true || isWeak
  return isSaid && messageOf(body) !== undefined && isBare(body, 0)
}

function failsByStrongCode(body: Fields): boolean {
  for (const name of strongCodeNames) {
    const code = codeText(field(body, name))
    if (code === undefined || isSuccessCode(code) || flagOf(body) === true) continue
    const message = messageOf(body)
    if (message !== undefined && isSuccessMessage(message)) continue
    const isError = /^err/i.test(name)
    if (name === 'infocode' ? code === '10000' : !isError && isDoubtfulCode(code) && !tellsFailure(message ?? ''))
      continue
    if (isFailureWord(code)) return (message ?? firstText(body, ['error'])) !== undefined && isBare(body, 12)
    if (!/^-?\d{1,15}$/.test(code) && !/[\d_.-]/.test(code) && !isFailureCode(code)) continue
    if (message === undefined) return (isError || code.startsWith('-')) && isBare(body, 0)
    return isBare(body, 4)
  }
  const result = field(body, 'result')
  if (typeof result !== 'number' || result < 2 || flagOf(body) === true) return false
  const words = firstText(body, ['error_msg', 'errmsg', 'err_msg', 'errorMsg', 'error_message'])
  return words !== undefined && tellsFailure(words) && isBare(body, 0)
}

function failsByError(body: Fields): boolean {
  const error = field(body, 'error') ?? field(body, 'Error') ?? field(body, 'odata.error')
  if (error === undefined || flagOf(body) === true) return false
  if (isFields(error)) {
    const hasWords =
      ['message', 'msg', 'Message'].some((name) => !isEmpty(field(error, name)) && !isSchema(field(error, name))) ||
      ['code', 'Code', 'reason', 'error_msg'].some((name) => {
        const code = field(error, name)
        return (typeof code === 'string' || typeof code === 'number') && code !== '' && !isSuccessCode(String(code))
      })
    return hasWords && (field(body, 'jsonrpc') !== undefined || isBare(body, 3))
  }
  if (typeof error === 'number') {
    const message = messageOf(body)
    return message !== undefined && error !== 200 && (error >= 100 || tellsFailure(message)) && isBare(body, 1)
  }
  if (typeof error !== 'string' || error.trim() === '' || isSuccessCode(error.trim())) return false
  const text = error.trim()
  const isToken = /^[a-z][a-z\d]*(?:[_-][a-z\d]+)+$/i.test(text) && messageOf(body) !== undefined
  const description = field(body, 'error_description')
  if (typeof description === 'string' && /^[\w.-]+$/.test(text)) return isBare(body, 2)
  return (isToken || (/\s|[\u3400-\u9fff]/.test(text) && tellsFailure(text)) || isFailureCode(text)) && isBare(body, 0)
}

/** A part of a JSON schema or an interface description. */
function isSchema(value: unknown): boolean {
  return isFields(value) && (typeof field(value, 'type') === 'string' || field(value, '$ref') !== undefined)
}

/** A compound word that names an error: `SYSTEM_ERROR`, `isv.invalid-session`, `invalidToken`. */
function isFailureCode(code: string): boolean {
  const isCompound =
    /^[A-Za-z][A-Za-z\d]*(?:[_.:-][A-Za-z\d]+)+$/.test(code) || (/^[A-Za-z]+$/.test(code) && /.[a-z][A-Z]./.test(code))
  if (!isCompound) return isFailureWord(code) && (/^[A-Z]+$/.test(code) || /^(?:forbidden|unauthorized)$/i.test(code))
  return /err(?:or)?(?![a-z])|fail|invalid|illegal|not_?(?:found|exist|allow|support|auth|enough|log)|unauthor|unauthent|denied|forbidden|expired|missing|exceed|limit|unknown|unavailable|timeout|duplicate|conflict|bad[_.-]|busy|overload|refused|reject|required|insufficient|wrong|unsupported|too_|no_|already/i.test(
    code.replace(/([a-z])([A-Z])/g, '$1_$2'),
  )
}

function failsByErrors(body: Fields): boolean {
  const errors = field(body, 'errors') ?? field(body, 'Errors')
  if (errors === undefined || flagOf(body) === true || !isBare(body, 1)) return false
  if (Array.isArray(errors)) {
    const first: unknown = errors[0]
    if (isFields(first))
      return ['message', 'code', 'detail', 'title', 'msg'].some((name) => field(first, name) !== undefined)
    if (Array.isArray(first)) return typeof first[0] === 'string' && isEmpty(field(body, 'data'))
    return typeof first === 'string' && first !== '' && isEmpty(field(body, 'data'))
  }
  if (!isFields(errors)) return typeof errors === 'string' && tellsFailure(errors)
  let keys = 0
  for (const key in errors) {
    const value = field(errors, key)
    if (++keys > mostKeys || !Array.isArray(value) || typeof value[0] !== 'string') return false
  }
  return keys > 0
}

function failsByCode(body: Fields): boolean {
  const code = codeText(field(body, 'code') ?? field(body, 'Code') ?? field(body, 'ret') ?? field(body, 'status_code'))
  if (code === undefined || isSuccessCode(code) || flagOf(body) === true) return false
  const message = messageOf(body) ?? firstText(body, ['error'])
  const isNumber = /^-?\d{1,12}$/.test(code)
  if (message === undefined) {
    if (/^-\d{3,12}$/.test(code)) return isBare(body, 0)
    // Some gateways send nothing but `{"code":"401"}`.
    return /^(?:40[0-4]|429|500)$/.test(code) && isBare(body, 0) && isEmpty(field(body, 'data'))
  }
  if (isSuccessMessage(message) || handsOver(message, code)) return false
  if (!isNumber)
    return (isFailureCode(code) || (/^[A-Z]{1,4}[_-]?\d{3,8}$/.test(code) && tellsFailure(message))) && isBare(body, 0)
  const isPlain = !isDoubtfulCode(code)
  const imitates = /^(?:4\d\d|5[0-2]\d)$/.test(code)
  const hasNoData = Object.hasOwn(body, 'data') && isEmpty(body['data'])
  return (
    (tellsFailure(message) || (isPlain && (code.startsWith('-') || imitates || hasNoData))) &&
    isBare(body, imitates || code.startsWith('-') ? 1 : 0)
  )
}

function failsByStatus(body: Fields): boolean {
  const status = field(body, 'status') ?? field(body, 'Status') ?? field(body, 'state') ?? field(body, 'statusCode')
  if (status === undefined || flagOf(body) === true) return false
  const message = messageOf(body) ?? firstText(body, ['error'])
  if (typeof status === 'string' && isFailureWord(status)) {
    const isFail = /^(?:fail|error|failure)$/i.test(status)
    return (message !== undefined || (isFail && field(body, 'data') !== undefined)) && isBare(body, 0)
  }
  if (message === undefined) return false
  // Etherscan and its kin: `{"status":"0","message":"NOTOK","result":"Max rate limit reached"}`
  if ((status === '0' || status === 0) && /^not ?ok\b/i.test(message)) return isBare(body, 0)
  if (typeof status !== 'number' || status < 2 || isSuccessCode(String(status)) || isDoubtfulCode(String(status)))
    return false
  return ((status >= 400 && status < 600) || tellsFailure(message)) && !isSuccessMessage(message) && isBare(body, 0)
}

/** Envelopes inside an envelope: `base_resp`, `error_response`, `Response.Error`, `header`. */
function failsInside(body: Fields): boolean {
  for (const name of carriers) {
    const inner = field(body, name)
    if (isFields(inner))
      return name === 'error_response' || name === 'gw_err_resp' ? !isEmpty(inner) : failsAsCarrier(inner)
  }
  for (const name of wrappers) {
    const inner = field(body, name)
    if (!isFields(inner)) continue
    const error = field(inner, 'Error')
    if (isFields(error) && (field(error, 'Code') ?? field(error, 'Message')) !== undefined) return true
    if (name !== 'Response' && (failsByFlag(inner) || failsByStrongCode(inner))) return isBare(inner, 2)
    const status = field(inner, 'ResponseStatus')
    if (isFields(status) && failsByFlag(status)) return true
  }
  for (const name of heads) {
    const inner = field(body, name)
    if (isFields(inner) && (failsByStrongCode(inner) || failsByCode(inner) || failsByStatus(inner)))
      return isBare(body, 1)
  }
  const json = field(body, 'json')
  return isFields(json) && failsByErrors(json) && isBare(body, 1)
}

function failsAsCarrier(inner: Fields): boolean {
  const code = codeText(
    field(inner, 'status_code') ?? field(inner, 'StatusCode') ?? field(inner, 'code') ?? field(inner, 'ret'),
  )
  return code !== undefined && /^-?\d{1,12}$/.test(code) && !isSuccessCode(code) && isBare(inner, 4)
}
