import { flagOf, hasNoData, isBare, deniedBeside, isFalse, messageOf, plainMessageOf } from './bare.ts'
import { failsInside } from './fails-inside.ts'
import { isBareFailure, isFailureWord } from './failure-word.ts'
import { isJobRecord } from './job-record.ts'
import { type Fields, field, firstText, isEmpty, isFields, plainFields } from './fields.ts'
import { hasMarker, isQuestion } from './keys.ts'
import { strongCodeNames } from './names.ts'
import { clearReason } from './clear-words.ts'
import { soundsFailed } from './reading.ts'
import {
  codeText,
  handsOver,
  isDoubtfulCode,
  isFailureCode,
  isImitatedSuccess,
  isSuccessCode,
  isSuccessMessage,
  saysNothingNew,
  saysUnderWay,
  tellsFailure,
} from './states.ts'

/*
 * When a body below HTTP 400 is an error.
 *
 * Two things must come together: something at the top says that the call failed, and nothing else is there that a success
 * would carry. What may say so: a flag (`success`, `ok` false), a code under a name that is only a code's (`errcode`, `retCode`)
 * with a value that is no success, `error` or `errors` that hold something, a `status` that is a word for failure, and a bare
 * `code`. A bare `code` is also that of a country, a product, a coupon or a log line, so it counts only when it is a number, a
 * numeric text or a compound word, stands beside a message, and the failure is said once more: it is negative or
 * imitates an HTTP error, its own words name an error, the message tells of a failure, or the data are null.
 * "Nothing else": every key belongs to envelopes (see `kindOf`) or is empty; the stronger the sign, the more strange keys
 * beside it are let pass, but never a key that names a record (`id`, `name`, `created_at`). A body of more than 32 keys is none.
 */

/** Whether a body says that the call failed, and is nothing but that. */
export function fails(given: Fields): boolean {
  if (!hasMarker(given)) return false
  const body = plainFields(given)
  return (
    failsByFlag(body) ||
    (!isJobRecord(body) &&
      (failsByStrongCode(body) ||
        failsByError(body) ||
        failsByErrors(body) ||
        failsByCode(body) ||
        failsByStatus(body) ||
        failsBySentence(body) ||
        failsInside(body, parts)))
  )
}

function failsByFlag(body: Fields): boolean {
  const flag = flagOf(body)
  const error = field(body, 'error')
  if (flag === false) {
    if (field(body, 'success') === 0 && typeof field(body, 'failure') === 'number') return field(body, 'failure') !== 0
    const message = messageOf(body)
    if (field(body, 'flag') === false && plainMessageOf(body) === undefined) return false
    const explained = message ?? codeText(field(body, 'code')) ?? error ?? field(body, 'errors')
    return explained === undefined ? isBare(body, 0) : isBare(body, message === undefined ? 3 : 6, 'sure')
  }
  if (flag === true) return false
  const isWeak = ['result', 'status', 'response'].some((name) => isFalse(field(body, name)))
  const plainMessage = isFalse(field(body, 'status')) ? plainMessageOf(body) : undefined
  const isTold = plainMessage !== undefined && tellsFailure(plainMessage) && hasNoData(body)
  const most = deniedBeside(body) ?? (isWeak ? (isTold ? 2 : 1) : undefined)
  if (most === undefined) return false
  return (messageOf(body) ?? firstText(body, ['error'])) !== undefined && isBare(body, most)
}

function failsByStrongCode(body: Fields): boolean {
  for (const name of strongCodeNames) {
    const code = codeText(field(body, name))
    if (code === undefined || isSuccessCode(code) || flagOf(body) === true) continue
    // Of goods that come back it is a reason too: https://www.data.go.kr tells why beside it.
    if (name === 'returnreasoncode' && field(body, 'returnauthmsg') === undefined) continue
    const message = messageOf(body)
    if (message !== undefined && isSuccessMessage(message)) continue
    const isError = name.startsWith('err')
    if (!isError && !code.startsWith('-') && message !== undefined && saysUnderWay(message)) continue
    if (!isBare(body, 12, 'sure')) continue
    const tells = message !== undefined && tellsFailure(message)
    if (name === 'infocode' ? code === '10000' : !isError && isDoubtfulCode(code) && !tells) continue
    if (isFailureWord(code))
      return (message ?? firstText(body, ['error'])) !== undefined && isBare(body, 12, tells ? 'sure' : 'likely')
    if (!/^-?\d{1,15}$/.test(code) && !/[\d_.-]/.test(code) && !isFailureCode(code)) continue
    if (message === undefined)
      return (isError || code.startsWith('-')) && isBare(body, isError && code.length > 2 ? 1 : 0)
    return tells ? isBare(body, 6, 'sure') : isBare(body, 4)
  }
  // A number under `result` is a code where words for an error stand beside it.
  const result = field(body, 'result')
  if (typeof result !== 'number' || result < 2 || flagOf(body) === true) return false
  const words = firstText(body, ['errormsg', 'errmsg', 'errormessage'])
  return words !== undefined && !isSuccessMessage(words) && isBare(body, 2)
}

function failsByError(body: Fields): boolean {
  const error = field(body, 'error') ?? field(body, 'odata.error') ?? faultOf(body) ?? field(body, 'err')
  if (error === undefined || flagOf(body) === true) return false
  if (isFields(error)) {
    const inner = plainFields(error)
    const hasWords =
      ['message', 'msg', 'info', 'faultstring', 'description'].some(
        (name) => !isEmpty(field(inner, name)) && !isSchema(field(inner, name)),
      ) ||
      ['code', 'reason', 'errormsg', 'faultcode'].some((name) => {
        const code = field(inner, name)
        return (typeof code === 'string' || typeof code === 'number') && code !== '' && !isSuccessCode(String(code))
      })
    return hasWords && (field(body, 'jsonrpc') !== undefined || isBare(body, 3))
  }
  const number = typeof error === 'string' && /^\d{1,6}$/.test(error) ? Number(error) : error
  if (typeof number === 'number') {
    const message = messageOf(body)
    if (message === undefined || number === 0 || number === 200) return false
    // Beside a number of warnings it is a number of errors.
    if (number < 100 && typeof (field(body, 'warning') ?? field(body, 'warnings')) === 'number') return false
    if (number >= 100 || tellsFailure(message)) return isBare(body, 1)
    // TrackBack and its kin: 1 is a failure, and there is nothing but its words.
    return number === 1 && !isSuccessMessage(message) && !saysNothingNew(message) && isNothingBut(body)
  }
  // Kraken and its kin: a list of words beside an empty result.
  if (Array.isArray(error)) {
    const first: unknown = error[0]
    return typeof first === 'string' && first !== '' && hasNoData(body) && isBare(body, 0)
  }
  if (typeof error !== 'string' || error.trim() === '' || isSuccessCode(error.trim())) return false
  const text = error.trim()
  const isToken = /^[a-z][a-z\d]*(?:[_-][a-z\d]+)+$/i.test(text) && messageOf(body) !== undefined
  const description = field(body, 'errordescription')
  if (typeof description === 'string' && /^[\w.-]+$/.test(text)) return isBare(body, 2)
  return (
    (isToken || (/\s|[\u3040-\u9fff\uac00-\ud7a3]/.test(text) && tellsFailure(text)) || isFailureCode(text)) &&
    isBare(body, 0)
  )
}

/** Whether a body is its error and its words alone: a count of errors stands beside others. */
function isNothingBut(body: Fields): boolean {
  for (const key in body) if (key !== 'error' && key !== 'message' && key !== 'msg') return false
  return true
}

/** SOAP and Apigee in JSON. */
function faultOf(body: Fields): Fields | undefined {
  const fault = field(body, 'fault')
  return isFields(fault) ? fault : undefined
}

/** A part of a JSON schema or an interface description. */
function isSchema(value: unknown): boolean {
  return isFields(value) && (typeof field(value, 'type') === 'string' || field(value, '$ref') !== undefined)
}

function failsByErrors(body: Fields): boolean {
  const errors = field(body, 'errors') ?? field(body, 'errormessages')
  if (errors === undefined || flagOf(body) === true || !isBare(body, 1)) return false
  if (Array.isArray(errors)) {
    const first: unknown = errors[0]
    if (isFields(first)) {
      const inner = plainFields(first)
      // What a compiler or a linter has found in a text is what was asked for.
      if (['line', 'lineno', 'linenumber', 'ruleid'].some((name) => field(inner, name) !== undefined)) return false
      return ['message', 'code', 'detail', 'title', 'msg'].some((name) => field(inner, name) !== undefined)
    }
    if (Array.isArray(first)) return typeof first[0] === 'string' && isEmpty(field(body, 'data'))
    return typeof first === 'string' && first !== '' && isEmpty(field(body, 'data'))
  }
  if (!isFields(errors)) return typeof errors === 'string' && tellsFailure(errors)
  let keys = 0
  for (const key in errors) {
    const value = field(errors, key)
    if (++keys > 32 || !Array.isArray(value) || typeof value[0] !== 'string') return false
  }
  return keys > 0
}

/** `FAIL_SYS_SESSION_EXPIRED::Session过期`, or a bare name, in a list (Taobao's mtop). */
function pairOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  return typeof first === 'string' ? /^([A-Z][\w.-]{2,64})(?:::|$)/.exec(first)?.[1] : undefined
}

function failsByCode(body: Fields): boolean {
  const ret = field(body, 'ret')
  const pair = pairOf(ret)
  if (pair !== undefined) return !isSuccessCode(pair) && !/^SUCCESS/i.test(pair)
  const code = codeText(field(body, 'code') ?? ret ?? field(body, 'statuscode'))
  if (code === undefined || flagOf(body) === true) return false
  const message = messageOf(body) ?? firstText(body, ['error']) ?? wordsInside(body)
  // ThinkPHP's way to refuse: code 0 beside where to go next and when.
  if (code === '0' && typeof field(body, 'wait') === 'number' && Object.hasOwn(body, 'url'))
    return message !== undefined && !isSuccessMessage(message) && tellsFailure(message)
  if ((isImitatedSuccess(code) || isDoubtfulCode(code)) && message !== undefined && saysNothingNew(message))
    return false
  if (isImitatedSuccess(code))
    return (
      message !== undefined && !isSuccessMessage(message) && tellsFailure(message) && hasNoData(body) && isBare(body, 0)
    )
  if (isSuccessCode(code) || !isBare(body, 2)) return false
  const isNumber = /^-?\d{1,12}$/.test(code)
  if (message === undefined) {
    if (/^-\d{3,12}$/.test(code)) return isBare(body, 0)
    // Some gateways send nothing but `{"code":"401"}`.
    return /^(?:40[0-4]|429|500)$/.test(code) && isBare(body, 0) && isEmpty(field(body, 'data'))
  }
  if (isSuccessMessage(message) || handsOver(message, code)) return false
  const tells = tellsFailure(message)
  if (!isNumber)
    return (
      ((isFailureCode(code) || (/^[A-Z]{1,4}[_-]?\d{3,8}$/.test(code) && tells)) && isBare(body, 0)) ||
      (isFailureWord(code) && tells && hasNoData(body) && isBare(body, 1))
    )
  const isPlain = !isDoubtfulCode(code)
  const imitates = /^(?:4\d\d|5[0-2]\d)$/.test(code)
  if (!imitates && !code.startsWith('-') && saysUnderWay(message)) return false
  const isDataless = Object.hasOwn(body, 'data') && isEmpty(body['data'])
  return (
    (tells || (isPlain && (code.startsWith('-') || imitates || isDataless))) &&
    isBare(
      body,
      tells && code.length > 2 && hasNoData(body) && plainMessageOf(body) === message
        ? 2
        : imitates || code.startsWith('-')
          ? 1
          : 0,
    )
  )
}

/** The words of a body that has them in its error, or in place of its data. */
function wordsInside(body: Fields): string | undefined {
  const holder = field(body, 'error') ?? (hasNoData(body) ? field(body, 'data') : undefined)
  return isFields(holder) ? plainMessageOf(plainFields(holder)) : undefined
}

function failsByStatus(body: Fields): boolean {
  const status =
    field(body, 'status') ??
    field(body, 'stat') ??
    field(body, 'state') ??
    field(body, 'statuscode') ??
    field(body, 'ack')
  if (status === undefined && field(body, 'result') === undefined) return false
  if (flagOf(body) === true) return false
  const message = messageOf(body) ?? firstText(body, ['error'])
  const word = status ?? (message === undefined ? undefined : field(body, 'result'))
  if (typeof word === 'string' && isFailureWord(word)) {
    const isFail = /^(?:fail|error|failure)$/i.test(word)
    if (message === undefined) return isFail && field(body, 'data') !== undefined && isBare(body, 0)
    const isTold = message === plainMessageOf(body) && tellsFailure(message) && hasNoData(body)
    return isBare(body, isTold && isBareFailure(word) ? 1 : 0)
  }
  if (message === undefined || status === undefined) return false
  // Etherscan and its kin: `{"status":"0","message":"NOTOK","result":"Max rate limit reached"}`
  if ((status === '0' || status === 0) && /^not ?ok\b/i.test(message)) return isBare(body, 0)
  if (!isBare(body, 1)) return false
  // 0 is a success of most: here only beside words that leave no doubt, and without data.
  if (Number(status) === 0)
    return hasNoData(body) && isBare(body, 0) && !isSuccessMessage(message) && soundsFailed(message)
  const number = typeof status === 'string' && /^-?\d{2,6}$/.test(status) ? Number(status) : status
  if (typeof number !== 'number' || number === 0 || number === 1) return false
  if (isDoubtfulCode(String(number)) && !(hasNoData(body) && clearReason(message, 200) !== undefined)) return false
  if (isSuccessCode(String(number)) || isSuccessMessage(message)) return false
  const tells = tellsFailure(message)
  return ((number >= 400 && number < 600) || tells) && isBare(body, tells && hasNoData(body) ? 1 : 0)
}

const sentences = /^(?:note|information|err(?:or)?(?:msg|message|text|desc|description))$/

/** A body that is one sentence under a name for it, and nothing else, which tells of a failure (Alpha Vantage). */
function failsBySentence(body: Fields): boolean {
  let name: string | undefined
  for (const key in body) {
    if (isQuestion(key)) return false
    const value = field(body, key)
    if (isEmpty(value) && (value !== false || /(?:log|sign)(?:ged|ed)?in$/.test(key))) continue
    if (name !== undefined) return false
    name = key
  }
  const text = name !== undefined && sentences.test(name) ? field(body, name) : undefined
  if (typeof text !== 'string' || text === '' || isSuccessMessage(text)) return false
  // A note may be of anything.
  return name?.startsWith('err') ? tellsFailure(text) : clearReason(text, 200) !== undefined
}

const parts = { failsByFlag, failsByStrongCode, failsByErrors, failsByCode, failsByStatus }
