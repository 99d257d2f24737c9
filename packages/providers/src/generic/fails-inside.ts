import { isBare } from './bare.ts'
import { type Fields, field, isEmpty, isFields, plainFields } from './fields.ts'
import { codeText, isSuccessCode } from './states.ts'

/** What tells of a record whether it failed. */
interface Parts {
  failsByFlag(body: Fields): boolean
  failsByStrongCode(body: Fields): boolean
  failsByErrors(body: Fields): boolean
  failsByCode(body: Fields): boolean
  failsByStatus(body: Fields): boolean
}

const carriers = ['baseresp', 'baseresponse', 'errorresponse', 'gwerrresp'] as const
const wrappers = ['response', 'responsemetadata', 'responsestatus', 'messages', 'result'] as const
const heads = ['header', 'head', 'meta', 'status', 'err', 'sys', 'code'] as const
/** What a body may hold and nothing else: a response, and the head of one, which XML has under names of their own. */
const shell = /^(?:response|resp|rsp|reply|return)$|header$/

function innerOf(body: Fields, name: string): Fields | undefined {
  const inner = field(body, name)
  return isFields(inner) ? plainFields(inner) : undefined
}

/** The name of the only value that a body holds. */
function onlyIn(body: Fields): string | undefined {
  let only: string | undefined
  for (const name in body) {
    if (isEmpty(field(body, name))) continue
    if (only !== undefined) return undefined
    only = name
  }
  return only
}

/** How many shells stand in each other: a body may have any number. */
const mostShells = 4

/** Envelopes inside an envelope: `base_resp`, `error_response`, `Response.Error`, `header`. */
export function failsInside(body: Fields, of: Parts, left: number = mostShells): boolean {
  for (const name of carriers) {
    const inner = innerOf(body, name)
    if (inner !== undefined)
      return name === 'errorresponse' || name === 'gwerrresp' ? !isEmpty(inner) : failsAsCarrier(inner)
  }
  for (const name of wrappers) {
    const inner = innerOf(body, name)
    if (inner === undefined) continue
    const error = innerOf(inner, 'error')
    if (
      error !== undefined &&
      (field(error, 'code') ?? field(error, 'message')) !== undefined &&
      name.startsWith('response')
    )
      return true
    if (name !== 'response' && (of.failsByFlag(inner) || of.failsByStrongCode(inner))) return isBare(inner, 2)
    const status = innerOf(inner, 'responsestatus')
    if (status !== undefined && of.failsByFlag(status)) return true
  }
  for (const name of heads) {
    const inner = innerOf(body, name)
    if (
      inner !== undefined &&
      (of.failsByFlag(inner) || of.failsByStrongCode(inner) || of.failsByCode(inner) || of.failsByStatus(inner))
    )
      return isBare(body, 1)
  }
  const only = left > 0 ? onlyIn(body) : undefined
  if (only !== undefined && shell.test(only)) {
    const inner = innerOf(body, only)
    if (
      inner !== undefined &&
      (of.failsByFlag(inner) || of.failsByStrongCode(inner) || failsInside(inner, of, left - 1))
    )
      return true
  }
  const json = innerOf(body, 'json')
  if (json !== undefined) return of.failsByErrors(json) && isBare(body, 1)
  return failsInEach(body)
}

function failsAsCarrier(inner: Fields): boolean {
  const code = codeText(field(inner, 'statuscode') ?? field(inner, 'code') ?? field(inner, 'ret'))
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
