import type { Reader } from '../answer.ts'

const pair = /^([\w.$[\]-]{1,128})=([^<>{}]*)$/
/** As some gateways send it: spaces, braces and line breaks as they are. */
const unescapedPair = /^([\w.$[\]-]{1,128})=([^]*)$/

/**
 * `access_token=…&expires_in=…` as a record; of repeated names the last counts. PayPal NVP, Tencent QQ, UnionPay. Texts that are not
 * escaped are read where at least two pairs are there, or one whose words are plain.
 */
export const form: Reader = {
  name: 'form',
  read(text) {
    const content = text.trim()
    if (content.length > 65_536 || content.startsWith('{') || content.startsWith('[')) return undefined
    const parts = content.split('&')
    if (parts.every((one) => pair.test(one) && !/\s/.test(one))) return Object.fromEntries(new URLSearchParams(content))
    if (parts.length < 2) return undefined
    const pairs = parts.map((one) => unescapedPair.exec(one))
    if (pairs.some((one) => one === null)) return undefined
    return Object.fromEntries(pairs.map((one) => [one?.[1] ?? '', unescapedValue(one?.[2] ?? '')]))
  },
}

function unescapedValue(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
