// What the caption of a column says of it, in Chinese and English.

/** What a column holds. */
export type Role = 'code' | 'status' | 'name' | 'message' | 'cause' | 'remedy' | 'other'

export interface Caption {
  readonly role: Role
  readonly language?: 'zh' | 'en'
  /** The caption can mean nothing else: `错误码`, and not `Code`. */
  readonly isSure: boolean
}

/** Codes of other things. */
const otherCodes =
  /countr|currenc|\blanguage code|\blocale|area|\bzip|postal|dial|product|region|airport|color|colour|promo|国家|地区|币种|语言代码|邮政|邮编|区号|城市|颜色|商品|省份|端口|\bport\b|年份|\byear\b/i

const remedies =
  /解决|处理(?!结果|状态|失败)|措施|建议|排查|修复|对策|应对|方案|办法|如何|怎么|solution|resolution|resolv|remed|how to|\bfix|\bactions?\b|workaround|what (?:to|you|should)|recommend|suggest|troubleshoot|mitigat|next step|handling|retry strategy/i

/** What only sentences say. */
const predicates =
  /\b(?:invalid|missing|not|no|failed|wrong|illegal|empty|expired|exceed\w*|unknown|incorrect|unable|cannot|already|too|is|are)\b|无效|不存在|失败|非法|过期|缺少|未知|不能|不正确|(?<!^)(?:错误|异常)$/

const nouns: readonly (readonly [RegExp, Role])[] = [
  [/(?:描述|说明|信息|消息|含义|解释|内容|详情|提示语?|备注|意义|释义|文案|注释|定义|语义|描述信息)$/, 'message'],
  [/(?:原因|场景|触发条件)$/, 'cause'],
  [/(?:名称|枚举值?|常量|标识符?|助记符|类型|类别|分类|异常|错误)$/, 'name'],
  [/(?:状态码|状态)$/, 'status'],
  [/(?:码|代码|编码|编号|错误号|返回值|错误值|码值)$/, 'code'],
  [
    /\b(?:descriptions?|desc|messages?|msg|errmsg|meanings?|explanations?|details?|text|summary|definitions?|info|information|interpretation|comments?|remarks?|notes?|zh|en|chinese|english|errormessage|indicates)$/,
    'message',
  ],
  [/\b(?:causes?|reasons?|when|scenario|trigger)$/, 'cause'],
  [/\b(?:status(?:es)?|status[ _]?codes?)$/, 'status'],
  [
    /\b(?:codes?|err(?:or)?_?codes?|errno|ret|ret_?codes?|result_?codes?|return_?codes?|subcodes?|sub_codes?|value|number|no|num|errorcodes?|id)\.?$/,
    'code',
  ],
  [
    /\b(?:types?|names?|enum|constants?|symbols?|identifiers?|keys?|slug|title|exceptions?|errors?|faults?|class|category|mnemonic|error_?types?)$/,
    'name',
  ],
]

/** Reads a caption; undefined where it says nothing of errors. */
export function readCaption(text: string): Caption | undefined {
  if (text.length > 100) return undefined
  const language = /中文|汉语|chinese|\bzh\b|简体/i.test(text)
    ? 'zh'
    : /英文|英语|english|\ben\b/i.test(text)
      ? 'en'
      : undefined
  const plain = text
    .replace(/[(（[【.*?[)）\]】]/g, ' ')
    .replace(/[*`:：?？]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  if (plain === '' || plain.length > 48 || plain.split(' ').length > 6) return undefined
  const made = (role: Role, isSure = true): Caption => ({ role, isSure, ...(language !== undefined && { language }) })
  if (predicates.test(plain)) return undefined
  if (otherCodes.test(plain)) return made('other')
  if (remedies.test(plain)) return made('remedy')
  if (/\bhttp\b/.test(plain) && !/(?:descri|messag|mean|描述|说明|含义)/.test(plain)) return made('status')
  const role = nouns.find(([words]) => words.test(plain))?.[1]
  if (role === undefined) return undefined
  if (role === 'code')
    return made(role, /错误|返回|响应|异常|故障|结果|err|ret|result|response|fault|exception/.test(plain))
  if (role === 'status') return made(role, false)
  if (role === 'name') return made(role, /错误|异常|err|exception|fault/.test(plain))
  return made(role)
}

/** Words that only belong to the caption that they stand in: `Error Code` is one. */
const modifiers =
  /^(?:error|err|http|api|return|response|result|status|numeric|symbolic|short|long|detailed|possible|recommended|suggested|exception|reason|sub)$/i

/**
 * The captions of a line such as `Error Code Description Solution`, where nothing but spaces stands between them;
 * undefined where the line is anything else.
 */
export function captionsOf(line: string): string[] | undefined {
  const isSeparated = /\t| {2,}/.test(line.trim())
  const parts = isSeparated ? line.trim().split(/\t+| {2,}/) : segments(line)
  if (parts.length < 2 || parts.length > 8) return undefined
  const read = parts.map(readCaption)
  const known = read.filter((one) => one !== undefined)
  // Where the columns are plain to see, one of them may be about anything.
  const isTable =
    known.length >= (isSeparated ? Math.max(2, parts.length - 2) : parts.length) &&
    known.some(({ role, isSure }) => role === 'code' || (role === 'name' && (isSeparated || isSure)))
  return isTable && new Set(parts).size === parts.length ? parts : undefined
}

/**
 * The captions of a line that has lost even the spaces: `错误码含义`, `rc描述`.
 */
export function gluedCaptionsOf(line: string): string[] | undefined {
  if (/\s/.test(line) || line.length > 24) return undefined
  for (let at = 1; at < line.length; at++) {
    const [code, text] = [line.slice(0, at), line.slice(at)]
    const role = readCaption(code)?.role
    const isCode = role === 'code' || role === 'status' || (role === undefined && /^[A-Za-z]\w*$/.test(code))
    if (isCode && readCaption(text)?.role === 'message') return [code, text]
  }
  return undefined
}

/** No caption has more words: a page that stands on one line would be read once for each of its words. */
const mostWords = 16

function segments(line: string): string[] {
  const words = line.trim().split(/\s+/)
  const found: string[] = []
  let open: string[] = []
  for (const [index, word] of words.entries()) {
    open.push(word)
    if (open.length > mostWords) return []
    const next = words[index + 1]
    const ends = readCaption(open.join(' ')) !== undefined
    const goesOn = next !== undefined && modifiers.test(word) && /^[a-z]/i.test(next) && readCaption(next) !== undefined
    if (ends && !goesOn) {
      found.push(open.join(' '))
      open = []
    }
  }
  return open.length === 0 ? found : []
}
