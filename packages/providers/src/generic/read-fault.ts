import type { Fault } from '@unifault/core'
import { tellingFamily, vagueFamily } from './code-words.ts'
import { isBareFailure } from './failure-word.ts'
import { type Fields, field, firstText, isFields } from './fields.ts'
import { layersOf } from './layers.ts'
import { codeNames, messageNames, parameterNames, requestIdNames, wordNames } from './names.ts'
import { reasonOfWords } from './reading.ts'
import { codeText, isSuccessCode } from './states.ts'

const mostIssues = 16

/** Reads what a failed record tells, wherever it stands. */
export function readFault(root: Fields, status: number): Fault {
  const layers = layersOf(root)
  const codes = codesOf(layers, status)
  const message = messageOf(layers)
  return {
    code: codes[0],
    codes: lookUps(codes, message, status),
    message,
    requestId: firstOf(layers.toReversed(), requestIdNames),
    param: firstOf(layers, parameterNames),
    waitMs: waitOf(layers),
    issues: issuesOf(root),
  }
}

/**
 * What is looked up: the code as it came (a user may have given it a reading of his own), and the family that decides.
 * A telling family is before the message; the message is before a vague family and before a number that imitates HTTP.
 */
export function lookUps(codes: readonly string[], message: string | undefined, status: number): string[] {
  const asSent = codes.slice(0, 4)
  const telling = tellingFamily(codes, status)
  const said = reasonOfWords(message, codes[0], status)
  // A window of a day or a month, an empty purse: the words are finer than a code for any limit.
  const isFiner = telling === 'throttled' && (said === 'quota-exhausted' || said === 'payment-required')
  if (telling !== undefined && !isFiner) return [...asSent, telling]
  if (said !== undefined && said !== 'ok') return asSent
  const family = vagueFamily(codes, status)
  return family === undefined ? asSent : [...asSent, family]
}

function codesOf(layers: readonly Fields[], status: number): string[] {
  const found: string[] = []
  const repeated: string[] = []
  const imitated: string[] = []
  const add = (code: string | undefined): void => {
    if (code === undefined || found.includes(code) || repeated.includes(code)) return
    if (isSuccessCode(code) && (status < 400 || !/^\d/.test(code))) return
    // What merely repeats the status stands behind everything that says more.
    if (code === String(status) || isSuccessCode(code) || isBareFailure(code)) repeated.push(code)
    else found.push(code)
  }
  for (const fields of layers) {
    for (const name of codeNames) add(codeText(field(fields, name)))
    const value = field(fields, 'Value') // SOAP 1.2
    if (typeof value === 'string') add(codeText(value))
    for (const name of wordNames) {
      const word = field(fields, name)
      const isWord = typeof word === 'string' && !/^https?:/.test(word) && !isBareFailure(word)
      if (isWord || (typeof word === 'number' && name === 'error')) add(codeText(word))
    }
    for (const name of ['status', 'statusCode', 'http_code'] as const) {
      const number = field(fields, name)
      if (typeof number === 'number' && number >= 400 && number < 600) imitated.push(String(number))
    }
  }
  return [...new Set([...found, ...repeated, ...imitated.filter((code) => code !== String(status))])]
}

function messageOf(layers: readonly Fields[]): string | undefined {
  let word: string | undefined
  for (const fields of layers) {
    const lists = [field(fields, 'errors'), field(fields, 'errorMessages'), field(fields, 'messages')]
    for (const name of messageNames) {
      const value = field(fields, name)
      const text =
        typeof value === 'string' ? value.trim() : isFields(value) ? firstText(value, ['value', 'message', 'text']) : ''
      if (text === undefined || text === '') continue
      // A single word is a code more often than a sentence.
      if (/[\s\u3400-\u9fff]/.test(text)) return text
      word ??= text
    }
    for (const list of lists)
      if (Array.isArray(list) && typeof list[0] === 'string' && list[0] !== '') return list[0]
      else if (isFields(list)) {
        const text = firstIssue(list)
        if (text !== undefined) return text
      }
  }
  return word
}

/** `{"email":["is invalid"]}`: the first words about a parameter. */
function firstIssue(fields: Fields): string | undefined {
  for (const key in fields) {
    const value = field(fields, key)
    const text: unknown = Array.isArray(value) ? value[0] : value
    return typeof text === 'string' && text !== '' ? `${key} ${text}` : undefined
  }
  return undefined
}

function firstOf(layers: readonly Fields[], names: readonly string[]): string | undefined {
  for (const fields of layers)
    for (const name of names) {
      const value = field(fields, name)
      if (typeof value === 'string' && value !== '') return value
      if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
    }
  return undefined
}

function waitOf(layers: readonly Fields[]): number | undefined {
  for (const fields of layers) {
    const parameters = field(fields, 'parameters')
    for (const [name, unit] of [
      ['retry_after_ms', 1],
      ['retryAfterMs', 1],
      ['retry_after', 1000],
      ['retryAfter', 1000],
      ['retry_after_seconds', 1000],
    ] as const) {
      const value = field(fields, name) ?? (isFields(parameters) ? field(parameters, name) : undefined)
      const amount = typeof value === 'string' && /^\d{1,12}(?:\.\d{1,6})?$/.test(value) ? Number(value) : value
      if (typeof amount === 'number' && amount >= 0) return amount * unit
    }
  }
  return undefined
}

/** The items of a list of errors: what each says, and about which parameter. */
function issuesOf(root: Fields): { param?: string; code?: string; message?: string }[] {
  const list = field(root, 'errors') ?? field(root, 'details')
  if (!Array.isArray(list)) return []
  return list
    .slice(0, mostIssues)
    .filter(isFields)
    .map((item) => {
      const source = field(item, 'source')
      const param = firstOf(isFields(source) ? [item, source] : [item], [...parameterNames, 'path', 'pointer', 'name'])
      const code = codeText(field(item, 'code'))
      const message = firstText(item, ['message', 'msg', 'detail', 'description', 'title'])
      return {
        ...(param === undefined ? {} : { param }),
        ...(code === undefined ? {} : { code }),
        ...(message === undefined ? {} : { message }),
      }
    })
}
