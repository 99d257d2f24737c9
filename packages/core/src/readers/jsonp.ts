import { parseJson } from './json.ts'
import type { Reader } from '../answer.ts'

const head =
  /^\s*(?:\/\*[^*]{0,64}\*\/\s*)?(?:typeof [\w$.]{1,128}\s*===?\s*'function'\s*&&\s*)?(?:[\w$.[\]]{1,128}\s*&&\s*)?[\w$.[\]]{1,128}\s*\(/

/** `callback({...});` read without running it; the callback's name is ignored. Tencent QQ, Baidu Map (`cb&&cb({...})`). */
export const jsonp: Reader = {
  name: 'jsonp',
  read(text) {
    const call = head.exec(text.slice(0, 1024))?.[0]
    const end = text.lastIndexOf(')')
    return call === undefined || end < call.length ? undefined : parseJson(text.slice(call.length, end).trim())
  },
}
