import type { Dialect } from '@unifault/core'
import { families } from './code-words.ts'
import { type Fields, field, firstText, plainFields } from './fields.ts'
import { messageNames, strongCodeNames } from './names.ts'
import { readFault } from './read-fault.ts'
import { codeText, isSuccessCode, isSuccessMessage } from './states.ts'
import { isFailureWord } from './failure-word.ts'

const mostText = 8192
const mostPairs = 96

/** The plain names under which such answers say how it went, and those that say why. */
const states = ['status', 'result', 'ack', 'resultcode', 'responsestatus'] as const
const causes = [...messageNames, 'errortype', 'offenders', 'lerrorcode0', 'lshortmessage0', 'errorcode'] as const
const codes = [...strongCodeNames, 'code', 'ret', 'error'] as const
const messages = [
  'errmsg',
  'errormsg',
  'errormessage',
  'errordescription',
  'msg',
  'message',
  'retmsg',
  'respmsg',
] as const

/**
 * Answers of payment gateways: `a=1&b=2`, or a line for each pair. An error is a word for failure beside a name that
 * explains it, a code that is no success beside a message, or the `response=2|3` beside `responsetext` that many copied
 * from Authorize.Net.
 */
export const formLines: Dialect<never> = {
  name: 'form',
  codes: families,
  judge(answer) {
    const { value, text, status } = answer
    if (value !== undefined || text === undefined || text.length > mostText) return undefined
    const found = pairsOf(text)
    const pairs = found && plainFields(found)
    if (pairs === undefined || (status < 400 && !fails(pairs))) return undefined
    const fault = readFault(pairs, answer)
    const response = field(pairs, 'response')
    if (firstText(pairs, ['responsetext']) === undefined || (response !== '2' && response !== '3')) return fault
    const code = firstText(pairs, ['responsecode']) ?? response
    return { ...fault, code, codes: response === '2' ? [code, 'payment-declined'] : [code, ...(fault.codes ?? [])] }
  },
}

function fails(pairs: Fields): boolean {
  const response = field(pairs, 'response')
  if ((response === '2' || response === '3') && field(pairs, 'responsetext') !== undefined) return true
  if (states.some((name) => isFailureWord(field(pairs, name))) && firstText(pairs, causes) !== undefined) return true
  const message = firstText(pairs, messages)
  if (message === undefined || isSuccessMessage(message)) return false
  return codes.some((name) => {
    const code = codeText(field(pairs, name))
    return code !== undefined && !isSuccessCode(code) && (/^-?\d{1,12}$/.test(code) || name === 'error')
  })
}

function pairsOf(text: string): Fields | undefined {
  const content = text.trim()
  if (!/^[A-Za-z_][\w.]{0,63}=/.test(content)) return undefined
  const parts = content.split(content.includes('&') ? '&' : /\r?\n/, mostPairs + 1)
  if (parts.length < 2 || parts.length > mostPairs) return undefined
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const part of parts) {
    const cut = part.indexOf('=')
    if (cut <= 0 || !/^[\w.[\]-]{1,64}$/.test(part.slice(0, cut))) return undefined
    found[part.slice(0, cut)] = decode(part.slice(cut + 1))
  }
  return found
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim()
  } catch {
    return text.trim()
  }
}
