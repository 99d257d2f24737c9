import type { Reader } from './reader.ts'

const pair = /^[\w.$[\]-]{1,128}=[^\s<>{}]*$/

/** `access_token=…&expires_in=…` as a record; of repeated names the last counts. PayPal NVP, Tencent QQ. */
export const form: Reader = {
  name: 'form',
  read(text) {
    const content = text.trim()
    if (content.length > 65_536 || !content.split('&').every((one) => pair.test(one))) return undefined
    return Object.fromEntries(new URLSearchParams(content))
  },
}
