import { tellingFamily, vagueFamily } from './code-words.ts'
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
  const isFiner = telling === 'throttled' && (said === 'quota-exhausted' || said === 'payment-required')
  if (telling !== undefined && !isFiner) return [...asSent, telling]
  if (said !== undefined && said !== 'ok') return asSent
  const family = vagueFamily(codes, status, message !== undefined && /[\u3400-\u9fff]/.test(message))
  return family === undefined ? asSent : [...asSent, family]
}
