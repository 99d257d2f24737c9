/*
 * A wait that is told in words: `try again in 30 seconds`, `retry after one minute`, `available in 56.0 seconds`,
 * `请 37 秒后再试`, `请1分钟后再试`. A number counts only beside a word for a later time: a limit of so many a minute is none.
 */

const units: Readonly<Record<string, number>> = {
  ms: 1,
  毫秒: 1,
  s: 1000,
  秒: 1000,
  m: 60_000,
  分: 60_000,
  h: 3_600_000,
  时: 3_600_000,
  小: 3_600_000,
  d: 86_400_000,
  天: 86_400_000,
  日: 86_400_000,
}

const numbers: ReadonlyMap<string, number> = new Map(
  'an=1 a=1 one=1 two=2 three=3 five=5 ten=10 fifteen=15 thirty=30 sixty=60 半=0.5 一=1 两=2 三=3 五=5 十=10'
    .split(' ')
    .map((pair) => pair.split('='))
    .map(([word = '', amount]) => [word, Number(amount)]),
)

/** `5m32.2s`, `1 minute 30 seconds`: one or two numbers with their units, after what says that it is a wait. */
const english =
  /\b(?:try|retry|again|available(?! for)|wait|waiting|reset|resets|refill|replenished|break|unlocked?|banned|back(?! for))\b[^.;\d]{0,40}?\b(?:in|after|for|at least|another|every|about|:)[ :]{0,2}(?:approximately |about |at least |another )?(\d{1,9}(?:\.\d{1,9})?|[a-z]{1,7}) ?-?(ms|milli\w{0,8}|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?)\b(?:,? (?:and )?(\d{1,6}(?:\.\d{1,9})?) ?(s|secs?|seconds?|m|mins?|minutes?))?/i
const compact = /\b(?:in|after)[ :]{1,2}(?:(\d{1,4})h)?(?:(\d{1,4})m(?!s))?(?:(\d{1,6}(?:\.\d{1,9})?)s)\b/i
const clock = /\b(?:in|after) (\d{1,3}):(\d\d):(\d\d)\b/
const waits =
  /\bwait(?:ing)? (?:for |at least |about |another ){0,2}(\d{1,6}(?:\.\d{1,6})?) (?:more )?(s|secs?|seconds?|m|mins?|minutes?|hours?)\b/i
/** Telegram and its kin name no unit: seconds. */
const bare = /\b(?:retry|try again|wait) (?:after|in|for) (\d{1,6}(?:\.\d{1,6})?)(?= ?$|[.,;](?!\d))/i
const chinese =
  /(\d{1,6}(?:\.\d{1,3})?|[半一两三五十])\s?个?(毫秒|秒|分|小时|时|天|日)(?:钟)?\s?(?:(\d{1,4})\s?(秒|分)(?:钟)?\s?)?(?:以?之?后(?!失效|过期|到期|作废)|内(?:不|请勿|无法|禁止))/
const chineseWait =
  /(?:等待?|剩余(?:时间)?|还(?:需|有|剩)|冷却)[^，。；\d]{0,6}(\d{1,6}(?:\.\d{1,3})?)\s?个?(毫秒|秒|分|小时|天)(?![^。；]{0,6}(?:到期|有效|会员))/
/** Aliyun's short messages name the window that is full. */
const window = /触发(分钟|小时)级流控/

function amountOf(text: string): number {
  return numbers.get(text.toLowerCase()) ?? Number(text)
}

function unitOf(text: string): number {
  const word = text.toLowerCase()
  return (/^(?:ms|milli|毫)/.test(word) ? 1 : units[word.charAt(0)]) ?? NaN
}

/** The wait that a message tells in words, in milliseconds; undefined where it tells none. */
export function waitOfWords(message: string): number | undefined {
  const text = message.slice(0, 512)
  const full = window.exec(text)?.[1]
  if (full !== undefined) return full === '分钟' ? 60_000 : 3_600_000
  if (!/[\d半一两三五十]|\b(?:an?|one|two|three|five|ten|fifteen|thirty|sixty)\b/i.test(text)) return undefined
  const [, hours, minutes, seconds] = clock.exec(text) ?? compact.exec(text) ?? []
  if (seconds !== undefined)
    return Math.ceil(((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000)
  const [, amount, unit, more, smaller] =
    english.exec(text) ?? waits.exec(text) ?? chinese.exec(text) ?? chineseWait.exec(text) ?? []
  if (amount !== undefined && unit !== undefined) {
    const wait = amountOf(amount) * unitOf(unit) + (more === undefined ? 0 : Number(more) * unitOf(smaller ?? 's'))
    return wait >= 0 ? Math.ceil(wait) : undefined
  }
  const plain = bare.exec(text)?.[1]
  return plain === undefined ? undefined : Math.ceil(Number(plain) * 1000)
}
