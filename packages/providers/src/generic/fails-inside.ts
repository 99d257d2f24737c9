import { isBare } from './bare.ts'
import { type Fields, field, isEmpty, isFields } from './fields.ts'
import { codeText, isSuccessCode } from './states.ts'

/** What tells of a record whether it failed. */
interface Parts {
  failsByFlag(body: Fields): boolean
  failsByStrongCode(body: Fields): boolean
  failsByErrors(body: Fields): boolean
  failsByCode(body: Fields): boolean
  failsByStatus(body: Fields): boolean
}

const carriers = ['base_resp', 'BaseResp', 'baseResp', 'BaseResponse', 'error_response', 'gw_err_resp'] as const
const wrappers = ['Response', 'ResponseMetadata', 'ResponseStatus', 'responseStatus', 'messages', 'Result'] as const
const heads = ['header', 'head', 'meta', 'status', 'err', 'sys'] as const

/** Envelopes inside an envelope: `base_resp`, `error_response`, `Response.Error`, `header`. */
export function failsInside(body: Fields, of: Parts): boolean {
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
    if (name !== 'Response' && (of.failsByFlag(inner) || of.failsByStrongCode(inner))) return isBare(inner, 2)
    const status = field(inner, 'ResponseStatus')
    if (isFields(status) && of.failsByFlag(status)) return true
  }
  for (const name of heads) {
    const inner = field(body, name)
    if (
      isFields(inner) &&
      (of.failsByFlag(inner) || of.failsByStrongCode(inner) || of.failsByCode(inner) || of.failsByStatus(inner))
    )
      return isBare(body, 1)
  }
  const json = field(body, 'json')
  if (isFields(json)) return of.failsByErrors(json) && isBare(body, 1)
  return failsInEach(body)
}

function failsAsCarrier(inner: Fields): boolean {
  const code = codeText(
    field(inner, 'status_code') ?? field(inner, 'StatusCode') ?? field(inner, 'code') ?? field(inner, 'ret'),
  )
  return code !== undefined && /^-?\d{1,12}$/.test(code) && !isSuccessCode(code) && isBare(inner, 4)
}

/** A list of sent messages (Vonage): failed when every one tells of its error. */
function failsInEach(body: Fields): boolean {
  const list = field(body, 'messages')
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    list.length <= 16 &&
    list.every((one: unknown) => isFields(one) && !isEmpty(field(one, 'error-text'))) &&
    isBare(body, 1)
  )
}
