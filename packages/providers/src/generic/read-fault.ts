import type { Answer, Fault } from '@unifault/core'
import { codesOf } from './codes-of.ts'
import { type Fields, field, firstText, firstTextWhere, isFields, plainFields } from './fields.ts'
import { layersOf } from './layers.ts'
import { lookUps } from './look-ups.ts'
import { isMessageName, messageNames, parameterNames, requestIdHeaders, requestIdNames } from './names.ts'
import { codeText } from './states.ts'
import { waitOf } from './waits.ts'

const mostIssues = 16

/** Reads what a failed record tells, wherever it stands. */
export function readFault(root: Fields, answer: Answer): Fault {
  const layers = layersOf(root)
  const codes = codesOf(layers, answer.status)
  const message = messageOf(layers)
  return {
    code: codes[0],
    codes: lookUps(codes, message, answer.status),
    message,
    requestId: requestIdOf(layers, answer),
    param: firstOf(layers, parameterNames),
    waitMs: waitOf(layers, answer),
    issues: issuesOf(root),
  }
}

function requestIdOf(layers: readonly Fields[], answer: Answer): string | undefined {
  const told = firstOf(layers.toReversed(), requestIdNames)
  if (told !== undefined) return told
  for (const fields of layers) {
    const id = field(fields, 'errorid')
    if (typeof id === 'string' && /[a-z]/i.test(id)) return id
  }
  for (const name of requestIdHeaders) {
    const id = answer.header(name)
    if (id !== undefined) return id
  }
  return undefined
}

function messageOf(layers: readonly Fields[]): string | undefined {
  let word: string | undefined
  for (const fields of layers) {
    for (const name of messageNames) {
      const value = field(fields, name)
      const text =
        typeof value === 'string' ? value.trim() : isFields(value) ? firstText(value, ['value', 'message', 'text']) : ''
      if (text === undefined || text === '') continue
      // A single word is a code more often than a sentence.
      if (/[\s\u3400-\u9fff]/.test(text)) return text
      word ??= text
    }
    for (const name of ['errors', 'error', 'errormessages', 'messages', 'message', 'ret'] as const) {
      const list = field(fields, name)
      const text = Array.isArray(list)
        ? textIn(list)
        : isFields(list) && name !== 'error' && name !== 'message'
          ? firstIssue(list)
          : undefined
      if (text !== undefined) return text
    }
  }
  for (const fields of layers) word ??= firstTextWhere(fields, isMessageName)
  return word ?? loneText(layers.at(-1) ?? {})
}

/** The only words of a body, or the first for a field of what was sent, whatever their names. */
function loneText(root: Fields): string | undefined {
  let found: string | undefined
  let left = 8
  for (const name in root) {
    const value = field(root, name)
    if (--left < 0) return undefined
    const text: unknown = Array.isArray(value) ? value[0] : value
    if (typeof text !== 'string' || !/\s|[\u3400-\u9fff]/.test(text.trim())) continue
    if (Array.isArray(value)) return found ?? text
    if (found !== undefined) return undefined
    found = text
  }
  return found
}

/** The first text of a list, or the first behind `CODE::`, without that. */
function textIn(list: readonly unknown[]): string | undefined {
  const pair = list.slice(0, mostIssues).find((one) => typeof one === 'string' && /^[A-Z][\w.-]{2,64}::./.test(one))
  const text = pair ?? list[0]
  return typeof text === 'string' && text !== '' ? text.replace(/^[A-Z][\w.-]{2,64}::(?=.)/, '') : undefined
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

/** The items of a list of errors: what each says, and about which parameter. */
function issuesOf(root: Fields): { param?: string; code?: string; message?: string }[] {
  const list = field(root, 'errors') ?? field(root, 'details') ?? field(root, 'issue')
  if (!Array.isArray(list)) return []
  return list
    .slice(0, mostIssues)
    .filter(isFields)
    .map(plainFields)
    .map((item) => {
      const source = field(item, 'source')
      const param = firstOf(isFields(source) ? [item, source] : [item], [...parameterNames, 'path', 'pointer', 'name'])
      const code = codeText(field(item, 'code'))
      const message = firstText(item, ['message', 'msg', 'detail', 'description', 'diagnostics', 'title'])
      return {
        ...(param === undefined ? {} : { param }),
        ...(code === undefined ? {} : { code }),
        ...(message === undefined ? {} : { message }),
      }
    })
}
