import { isFailureWord } from './failure-word.ts'
import { soundsFailed } from './reading.ts'

/** Values of a code that mean success somewhere and failure nowhere. */
const successCodes: ReadonlySet<string> = new Set(['0', '00', '000', '0000', '00000', '000000', '200'])

/** Values that mean success at some and failure at others: the words beside them decide. */
const doubtfulCodes: ReadonlySet<string> = new Set([
  '1',
  '10',
  '100',
  '1000',
  '2000',
  '10000',
  '20000',
  '100000',
  '200000',
])

/** Numbers of HTTP for a success: house APIs use them for failures too, with words that say so and without data. */
const imitatedSuccess = /^20[1-6]$/

const successWord =
  /^(?:ok(?:ay)?|succe\w{0,12}|true|yes|y|s|done|complete\w{0,4}|approved|accepted|authori[sz]ed|created|pass(?:ed)?|normal|none|null|no_?error|successwithwarning|ack|good|active|valid|enabled|found|ready|online|up|healthy)$/i

const successMessage =
  /^[^]{0,48}(?<!不|未|没有|无法|un)(?:成功|正常|\bsuccess(?:ful(?:ly)?)?|\bsucceed(?:ed|s)?|\bok(?:ay)?)[\s!！。.~]{0,4}$|^(?:0|ok|done|true|正确|no error|请求成功)$|^(?:success|successfully|操作成功)\b/i

const failureWords =
  /失败|错误|异常|无效|非法|不合法|不能|不可|不允许|不存在|不正确|不足|不支持|不对|缺少|缺失|必[填传选]|超时|超限|超过|过期|失效|未(?:登|授|找|开|通|知|认)|无权|无法|没有|禁止|拒绝|繁忙|频繁|已存在|已经|有误|为空|限制|上限|请(?:先|重|稍|输|检)|\b(?:error|fail(?:ed|ure|s)?|invalid|illegal|missing|required|denied|forbidden|unauthori[sz]ed|not (?:found|exist|allowed|valid|supported|authori[sz]ed|available|enough|permitted|set|logged)|does(?: not|n't)|cannot|can't|can not|could not|unable|exceed(?:ed|s)?|expired|too (?:many|long|large|short|frequent)|exception|incorrect|wrong|unknown|refused|rejected|timed? ?out|busy|unavailable|bad request|must (?:not )?be|please (?:log|try|check)|duplicate|insufficient|limit|notok)\b/i

/** A compound word that names an error: `SYSTEM_ERROR`, `isv.invalid-session`, `invalidToken`. */
const errorWords =
  /err(?:or)?(?![a-z])|fail|invalid|illegal|not_?(?:found|exist|allow|support|auth|enough|log)|unauthor|unauthent|denied|forbidden|expired|missing|exceed|limit|unknown|unavailable|timeout|duplicate|conflict|bad[_.-]|busy|overload|refused|reject|required|insufficient|wrong|unsupported|too_|no_|already/i

/** A code as text; undefined for what cannot be one. */
export function codeText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  return typeof value === 'string' && /^[\w.:#/$-]{1,96}$/.test(value) ? value : undefined
}

export function isSuccessCode(code: string): boolean {
  return successCodes.has(code) || imitatedSuccess.test(code) || successWord.test(code)
}

/** Whether words beside the code decide. */
export function isDoubtfulCode(code: string): boolean {
  return doubtfulCodes.has(code)
}

export function isImitatedSuccess(code: string): boolean {
  return imitatedSuccess.test(code)
}

/** Whether a code's own letters name an error. */
export function isFailureCode(code: string): boolean {
  const isCompound =
    /^[A-Za-z][A-Za-z\d]*(?:[_.:-][A-Za-z\d]+)+$/.test(code) || (/^[A-Za-z]+$/.test(code) && /.[a-z][A-Z]./.test(code))
  if (!isCompound) return isFailureWord(code) && (/^[A-Z]+$/.test(code) || /^(?:forbidden|unauthorized)$/i.test(code))
  return errorWords.test(code.replace(/([a-z])([A-Z])/g, '$1_$2'))
}

export function isSuccessMessage(text: string): boolean {
  return text.length <= 64 && successMessage.test(text.trim())
}

/** Whether words tell of a failure, whichever; an identifier is cut into its words first. */
export function tellsFailure(text: string): boolean {
  const words = text.slice(0, 512)
  const isIdentifier = words.length <= 96 && /^[\w.:-]{1,96}$/.test(words)
  const spelt = isIdentifier ? words.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_.:-]/g, ' ') : words
  return failureWords.test(spelt) || soundsFailed(spelt)
}

/** Whether a message hands its code over to a person: a one-time code is no error. */
export function handsOver(text: string, code: string): boolean {
  return (
    text.includes(code) && /验证码|校验码|verification|one[ -]time|passcode|\botp\b|promo|coupon|your code/i.test(text)
  )
}
