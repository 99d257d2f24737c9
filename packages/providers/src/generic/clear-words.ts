import type { MessageRule, Reason } from '@unifault/core'
import { admits } from './admits.ts'

/** A sentence that leaves no doubt: the reason, the expression, and the statuses where only some leave room for it. */
type ClearRule = readonly [reason: Reason, words: RegExp, statuses?: readonly number[]]

/** Where the request itself may be at fault in more than one way. */
const requestFaults: readonly number[] = [200, 400, 403, 409, 422]

/*
 * The learned words know most sentences; these few stand before them, since what is certain may be repeated or renewed, and
 * since an order among them matters: a window of a minute is throttling, one of a day or a month is a quota, and neither
 * counts where the purse is empty. Every expression is linear: what may repeat is bounded.
 */
const rules: readonly ClearRule[] = [
  // An empty purse, before every limit.
  [
    'payment-required',
    /欠费|请(?:先|及时|尽快)?[^，。；]{0,4}充值|(?:账户|账号|帐户|账戶)?余额(?:已)?(?:不足|不够)[，。！!,]?\s?(?:请|$)(?!选择)|\b(?:please|need to) (?:top up|recharge)\b|\bin arrears\b|\boverdue (?:payment|bill|invoice)/i,
    [401, 402, 403, 429],
  ],
  [
    'payment-required',
    /\b(?:insufficient|not enough|no)[ _](?:\w{1,16}[ _])?(?:balance|credits?|funds)\b|\b(?:balance|credits?|funds)\b (?:is |are )?(?:too low|insufficient|exhausted|depleted|used up|exceeded)|\bcredits exceeded|余额(?:不足|不够)|欠费/i,
    [401, 402, 403, 429],
  ],
  // Who is asked, and how.
  [
    'action-required',
    /\bneeds? (?:a )?captcha\b|\bcaptcha (?:is )?(?:required|needed)\b|(?:请|需要?)(?:先|您)?(?:完成|进行|通过)?(?:实名|人机验证|滑块|安全验证|身份验证|二次验证)/i,
  ],
  [
    'payment-declined',
    /\b(?:expired|declined|lost|stolen) (?:credit |debit )?card\b|\bcard (?:was |has |is |has been )?(?:declined|expired|not supported)\b|(?:银行卡|信用卡)[^，。；]{0,8}(?:拒|过期|无效|失败)/i,
  ],
  ['client-restricted', /\b(?:location|region|country|territory) (?:\w{1,16} )?(?:is )?not (?:supported|available|allowed)\b|来源(?:错误|无效|非法|不合法|不允许)|(?<![a-z])IP(?:地址)?(?:不在|未在?加?)[^，。；]{0,6}白名单|\bip (?:address )?(?:is )?not (?:allowed|whitelisted|in the whitelist)\b/i],
  ['abuse-blocked', /风控|作弊|\bcheating\b|\brisk control\b|\bantispam\b|\bunusual (?:traffic|activity)\b/i],
  // Attempts at a password or a code.
  [
    'abuse-blocked',
    /(?:密码|登[录陆]|验证码|输入|尝试|错误|失败)[^，。；]{0,6}次数[^，。；]{0,4}(?:过多|太多|超|达|上限)|\b(?:too many|excessive|exceeded)\b.{0,20}\b(?:failed|login|sign-?in|password|wrong|incorrect|invalid|verification|attempts)\b(?!.{0,12}\brequests)|\b(?:password|login|sign-?in|verification) attempts (?:limit )?(?:exceeded|reached)/i,
  ],
  // A window of seconds or minutes, before one of days.
  [
    'throttled',
    /(?:每(?:秒|分钟)|\d{0,3}(?:秒|分钟)内?)[^，。；]{0,12}(?:限|超|上限|最多|次数)|(?<![a-z])(?:[QT]PS|RPM|TPM)[^，。；]{0,8}[超限达]|\bper[ _-](?:second|minute|sec|min)\b|\b(?:qps|rpm|tpm) (?:limit|exceed)/i,
  ],
  [
    'quota-exhausted',
    /(?:[当单每][日天]|[今一]天|今日|[每本当]月|[每本]周|24\s?小时)[^，。；]{0,14}(?:上限|限额|超限|超出|用完|用尽|耗尽|次数|超过|达到|限制|不足)|\b(?:daily|weekly|monthly|per[ _-](?:day|week|month|year)|for the (?:day|month)|a day|today|this month)\b.{0,40}\b(?:limit\w{0,3}|exceed\w{0,3}|reach\w{0,3}|quota|cap|used up|exhausted)|\b(?:limit|quota|exceed\w{0,3}|max\w{0,5}|reach\w{0,3}|run out|credits|usage)\b.{0,40}\b(?:daily|weekly|monthly|per[ _-](?:day|week|month|year)|for the (?:day|month)|a day|today|this month)\b/i,
  ],
  [
    'payment-required',
    /欠费|(?:不足|不够|用完|为0)[，。,;；！! ]{0,2}请(?:先|及时|尽快|前往)?[^，。；]{0,4}充值|\b(?:out of|insufficient|not enough|no(?: more)?) (?:api )?credits\b|\bcredit balance is too low|\b(?:please|need to) (?:top up|recharge) (?:your|the)\b|\baccount is in (?:arrears|debt)\b|(?:短信|接口|API|套餐|平台|服务商|企业|商户)(?:账户|账号)?(?:余额|余量)(?:不足|不够)/i,
  ],
  [
    'quota-exhausted',
    /(?:配额|额度|流量包|资源包|免费次数|调用次数|调用量|剩余次数|存储空间)[^，。；]{0,6}(?:不足|已?用[完尽]|耗尽|已?超|已?满|不够|为0)|(?:超过|超出|达到)[^，。；]{0,6}(?:配额|额度)|\b(?:exceed\w{0,3}|exhausted|reached|over|out of|insufficient|no)[ _](?:\w{1,16}[ _]){0,3}quota\b|\bquota\b.{0,16}\b(?:exceeded|exhausted|reached|used up|violation)/i,
  ],
  [
    'throttled',
    /频繁|限流|限频|流控|频率[^，。；]{0,4}(?:过|超|限|高|快)|(?:请求|操作|调用|访问|提交|点击|发送)(?:数|量|次数|速度)?(?:过多|过高|过快|太多|太快|超限)|并发[^，。；]{0,6}(?:超|过|限)|\brate[ _-]?limit(?:ed|ing|s)?\b|\btoo[ _]many[ _](?:\w{1,16}[ _]){0,2}(?:requests|calls|connections)|\btoo (?:frequent(?:ly)?|fast|often)\b|\bthrottl(?:ed|ing)\b|\bslow down\b|\b(?:request|api|call)s?[ _]limit (?:is |was |has been )?(?:reached|exceeded|hit)|\b(?:number|maximum) of (?:api |your )?(?:requests|calls)\b.{0,24}\b(?:reached|exceeded)|\bmax (?:concurren\w{1,5}|requests)|\bflood ?wait|\bexceeded the (?:error|request|rate|call) limit/i,
  ],
  // What a refresh or a new sign-in cures.
  [
    'token-revoked',
    /\btokens?\b.{0,40}\brevoked\b|\brevoked\b.{0,16}\btokens?\b|(?:令牌|token|授权)(?:已经?)?被?(?:撤销|吊销)/i,
  ],
  // SendGrid's words for its API key.
  ['token-invalid', /\bauthori[sz]ation grant is invalid\b/i, [401]],
  [
    'grant-invalid',
    /\brefresh[ _]?token\b.{0,24}\b(?:invalid|expired|used|not found|revoked)|\b(?:invalid|expired|used)[ _]refresh[ _]?token|(?:刷新令牌|授权码|二维码|验证码|ticket|code)(?:已经?)?(?:过期|失效|被?使用)|refresh_?token[^，。；]{0,6}(?:无效|过期|失效|错误)/i,
  ],
  [
    'token-expired',
    /(?<!refresh[ _-]?)(?<![a-z])(?:token|session|jwt|cookie|credentials?)\b[^.,;，。；]{0,12}\bexpired\b|\bexpired (?:\w{1,16} )?(?:token|session|jwt)\b|\b(?:login|session)(?: status)? (?:has |is )?(?:expired|timed? ?out)|(?:token|令牌|登[录陆](?:态|状态|信息|凭证)?|会话|session|身份信息|cookie|access_token)[^，。；]{0,6}(?:已?过期|已?失效|已?超时)/i,
  ],
  [
    'client-invalid',
    /\b(?:invalid|incorrect|wrong|missing|unknown|expired)[ _]?(?:\w{1,10}[ _]){0,2}(?:api|access|app|client|partner|license)[ _-]?(?:key|id|secret|licen[cs]e)|\b(?:api|app|client|access)[ _-]?(?:key|secret|id)\b.{0,16}\b(?:invalid|incorrect|wrong|missing|not (?:valid|found|provided|exists?)|does not exist)|(?:api|app|access|client)[ _-]?(?:key|id|secret)[^，。；]{0,8}(?:无效|错误|不正确|不存在|有误|非法|缺|为空|不合法|必[填传])|(?:密钥|秘钥|应用(?:ID|密钥)?)[^，。；]{0,6}(?:无效|错误|不正确|不存在|有误|非法)/i,
  ],
  [
    'unauthenticated',
    /(?:会话|请求)未授权|未登[录陆]|请(?:先|重新|您先)?登[录陆]|(?:请|需要?|必须)[^，。；]{0,8}登[录陆](?!次数)|登[录陆]后|^(?:http )?(?:401)?[ :]{0,3}(?:un-?authori[sz]ed|unauthenticated)(?: access| request)?[.!]?$|\bnot (?:logged|signed)[ -]?in\b|\b(?:please|must) (?:be )?(?:log|sign)(?:ged|ed)?[ -]?in\b|\b(?:login|authentication) (?:is )?required\b/i,
  ],
  [
    'credentials-invalid',
    /(?:用户名|账号|帐号|手机号|账户)(?:名)?(?:或|和|、|与|\/)(?:登[录陆])?密码|(?:图形|图片|短信)?验证码(?:错误|不正确|有误|不对)|(?<!支付)密码(?:错误|不正确|有误)|\b(?:invalid|incorrect|wrong|bad)[ _](?:(?:e?-?mail|user ?name|account|login)(?: or |\/| and )?)?(?:password|(?:login )?credentials)\b/i,
  ],
  [
    'token-invalid',
    /\b(?:invalid|illegal|bad|wrong|incorrect)[ _](?:(?:access|auth\w{0,12}|user|bearer|api|session|security|jwt|login|id)[ _-]?)?token\b(?! (?:amount|count|address|id|mint|symbol|name|balance))|(?<!分页|上传)(?:token|令牌)(?:无效|错误|非法|不正确|校验失败|验证失败|不合法)|(?:无效|非法|错误)的?\s?(?:token|令牌)|\bsecurity header is not valid/i,
  ],
  ['signature-invalid', /(?<!短信|模板|文本)签名(?:错误|不正确|不匹配|无效|验证失败|校验失败|不一致|有误)|验签失败|\b(?:invalid|incorrect|wrong|bad)[ _](?:request |api )?signature\b(?! name)|\bsign(?:ature)?[ _](?:is )?(?:invalid|not[ _]valid|mismatch|incorrect|verification failed|does ?n[o']?t match|error)|\b(?:csrf|xsrf)\b/i],
  ['precondition-failed', /\bexecution reverted\b|\bnonce too (?:low|high)\b|库存不足|已售罄|\bout of stock\b/i, requestFaults],
  [
    'missing-parameter',
    /缺(?:少|失)[^，。；]{0,12}(?:参数|字段)|(?:参数|字段)[^，。；]{0,12}(?:缺失|为空|不能为空|必[填传])|\b(?:field|param(?:eter)?|argument) (?:\w{1,32} )?(?:is )?(?:missing|required)\b|\bmissing (?:required |mandatory )?(?:param(?:eter)?|field|argument)s?\b|\bnot informed\b/i,
    requestFaults,
  ],
  [
    'invalid-parameter',
    /短信签名|参数(?:错误|异常|有误|不正确|不合法|非法|无效|不对|格式|校验)|\bparam(?:eter)?s? (?:error|invalid)\b|\b(?:invalid|illegal|wrong|bad) (?:param(?:eter)?s?|api call|query|argument)\b/i,
    requestFaults,
  ],
  ['internal', /\bsomethings? went wrong\b|\binternal (?:server )?error\b|(?:系统|服务器|内部|未知)(?:内部)?(?:错误|异常|出错)/i],
  [
    'unavailable',
    /(?:系统|服务|服务器|网络)(?:繁忙|忙|开小差|维护|升级)|稍[后候]再?试(?![^，。；]{0,8}(?:验证码|密码))|\b(?:temporarily|currently) (?:unavailable|overloaded)\b|\b(?:server|service|system|engine|model) (?:is )?(?:currently |temporarily )?(?:busy|overloaded|under maintenance)|\bnot (?:currently )?responding\b|\b(?:replica|replication|db) lag|\bseconds lagged\b|\bread-?only mode\b/i,
  ],
]

const asked = (status: number): number => (status < 400 ? 200 : status)

/** The rules as the provider declares them. */
export function clearRules(): MessageRule[] {
  return rules.flatMap(([reason, match, statuses]) =>
    statuses === undefined ? [{ match, reason }] : statuses.map((status) => ({ match, reason, when: `status=${status < 400 ? '2xx' : status}` })),
  )
}

/** The reason of a sentence that leaves no doubt. */
export function clearReason(message: string, status: number): Reason | undefined {
  const text = message.slice(0, 1024).trim()
  return rules.find(
    ([reason, match, statuses]) =>
      (statuses === undefined ? admits(asked(status), reason) : statuses.includes(asked(status))) && match.test(text),
  )?.[0]
}
