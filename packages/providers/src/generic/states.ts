import { isFailureWord } from './failure-word.ts'
import { inEnglish } from './languages.ts'
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

/** What a success says that has nothing to show, or nothing to show yet. */
const nothingNew =
  /没有(?:更多|新)(?!权限)|暂[无没](?:有)?(?:更多|新|数据|记录|内容|消息|信息|结果)|已(?:发送|提交|受理|接受)|(?<!不|未|没有|无法)成功|^no (?:more|new|errors?|problems?|issues?|changes?|updates?|results?)\b|\bno (?:records?|data|results?|matches) found\b|^(?:request )?(?:accepted|received|queued|submitted)\b/i

/** What a success says whose work is not done yet: ask again for the result. */
const underWay =
  /^[^，。；！]{0,16}(?:处理|受理|执行|进行|生成|排队|转码|审核|支付|合成|识别|上传|下载|导出|计算|分析|渲染|训练)中(?![断心止的])|^(?:your |the )?(?:\w{1,16} ){0,3}(?:is |are )?(?:still |being |currently )?(?:processing|processed|pending|queued|in progress|running|under way)\b/i

/** What a refusal says meanwhile. */
const refusedMeanwhile =
  /不[能可得允]|无法|[请切]勿|禁止|失败|错误|异常|重复|拒绝|\b(?:fail\w{0,4}|error|cannot|can't|can not|could not|unable|invalid|denied|refused|not|no|already|another)\b/i

const failureWords =
  /失败|错误|异常|[无失]效|非法|不(?:合法|能|可|允许|存在|正确|足|支持|对)|缺[少失]|必[填传选]|超[时限过]|过期|未[登授找开通知认]|无[权法]|无可用|没有|禁止|拒绝|繁忙|频繁|已[经存]|有误|为空|限制|上限|请[先重稍输检]|请勿重复|\b(?:error|fail(?:ed|ure|s)?|invalid|illegal|missing|required|denied|forbidden|unauthori[sz]ed|not (?:found|exist|allowed|valid|supported|authori[sz]ed|available|enough|permitted|set|logged)|does(?: not|n't)|can(?:not|'t| not)|could not|unable|exceed(?:ed|s)?|expired|too (?:many|long|large|short|frequent)|exception|incorrect|wrong|unknown|refused|rejected|timed? ?out|busy|unavailable|bad request|must (?:not )?be|please (?:log|try|check)|duplicate|insufficient|limit|notok)\b/i

/** What identifiers say of a failure besides. */
const errorWords =
  /\b(?:err|no|too|not|bad|already|conflict|unsupported|overload(?:ed)?|unauthenticated|reject)\b|error$/i

/** An identifier as words. */
function spell(identifier: string): string {
  return identifier.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_.:-]/g, ' ')
}

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
  const words = spell(code)
  return failureWords.test(words) || errorWords.test(words)
}

export function isSuccessMessage(text: string): boolean {
  return text.length <= 64 && successMessage.test(inEnglish(text).trim())
}

/** Whether a message beside a code that some use for successes says that there is nothing, or not yet. */
export function saysNothingNew(text: string): boolean {
  return text.length <= 128 && nothingNew.test(inEnglish(text).trim())
}

/** Whether a message only says that the work is going on; what is refused meanwhile says more. */
export function saysUnderWay(text: string): boolean {
  return text.length <= 128 && underWay.test(text.trim()) && !refusedMeanwhile.test(text)
}

/** Whether words tell of a failure, whichever; an identifier is cut into its words first. */
export function tellsFailure(text: string): boolean {
  const words = inEnglish(text.slice(0, 512))
  const isIdentifier = words.length <= 96 && /^[\w.:-]{1,96}$/.test(words)
  const spelt = isIdentifier ? spell(words) : words
  return failureWords.test(spelt) || soundsFailed(spelt)
}

/** Whether a message hands its code over to a person: a one-time code is no error. */
export function handsOver(text: string, code: string): boolean {
  return (
    text.includes(code) && /验证码|校验码|verification|one[ -]time|passcode|\botp\b|promo|coupon|your code/i.test(text)
  )
}
