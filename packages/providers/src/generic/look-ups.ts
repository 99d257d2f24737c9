import { categoryOf } from '@unifault/core'
import { clearReason } from './clear-words.ts'
import { isClientFault, tellingFamily, vagueFamily } from './code-words.ts'
import { reasonOfWords } from './reading.ts'

/**
 * What is looked up: the code as it came (a user may have given it a reading of his own), and the family that decides.
 * A telling family is before the message; the message is before a vague family and before a number that imitates HTTP.
 */
export function lookUps(codes: readonly string[], message: string | undefined, status: number): string[] {
  const asSent = codes.slice(0, 4)
  const telling = tellingFamily(codes, status)
  const said = reasonOfWords(message, codes[0], status)
  // A window of a day or a month, an empty purse: the words are finer than a code for any limit.
  const isFiner =
    (telling === 'throttled' && (said === 'quota-exhausted' || said === 'payment-required')) ||
    // What is not there may be who asks.
    (telling === 'not-found' && message !== undefined && isOfCaller(message, status))
  if (telling !== undefined && !isFiner) return [...asSent, telling]
  const isTold = said !== undefined && said !== 'ok'
  if (codes.some(isClientFault) && !(isTold && categoryOf(said) !== 'server')) return [...asSent, 'invalid-parameter']
  if (isTold) return asSent
  const family = vagueFamily(codes, status, message !== undefined && /[\u3400-\u9fff]/.test(message))
  return family === undefined ? asSent : [...asSent, family]
}

function isOfCaller(message: string, status: number): boolean {
  const reason = clearReason(message, status)
  return reason !== undefined && categoryOf(reason) === 'auth'
}
