import type { MessageRule, Reason } from '@unifault/core'
import { admits } from './admits.ts'
import { inEnglish } from './languages.ts'

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
    /余额(?:已)?(?:不足|不够)|\b(?:insufficient|not enough|no)[ _](?:\w{1,16}[ _])?(?:balance|credits?|funds)\b|\b(?:balance|credits?) (?:is |are )?(?:too low|insufficient|exhausted|used up|exceeded)/i,
    [401, 402, 403, 429],
  ],
  // Who is asked, and how.
  [
    'payment-declined',
    /\b(?:expired|declined|lost|stolen) (?:credit |debit )?card\b|\bcard (?:was |has |is |has been )?(?:declined|expired)\b/i,
  ],
  [
    'client-restricted',
    /来源(?:错误|无效|非法)|IP(?:地址)?不在[^，。；]{0,6}白名单|\b(?:location|region|country) (?:is )?not supported\b/i,
  ],
  [
    'action-required',
    /请(?:先|点击|完成|前往)[^，。；]{0,12}验证(?!码)|请(?:先(?:修改|绑定|设置|完善|完成)|完成)[^，。；]{0,6}(?:密码|手机|邮箱|资料|实名|认证)|\byou (?:must|need to) change your password\b/i,
    [200, 403],
  ],
  ['abuse-blocked', /风控|作弊|\bcheating\b|\brisk control\b|\bantispam\b/i],
  // Limits that are the very thing asked about: how they are set, and how much one request may hold.
  [
    'invalid-parameter',
    /\b(?:rate[ _-]?limit(?:s|ing)?|throttl(?:e|ing)|per[ _-](?:second|minute)) (?:(?:(?:rule|polic(?:y|ies)|setting|config\w{0,12}|value|price)s? )?(?:(?:must|should|cannot|can not) |(?:is |are )?(?:required|missing|invalid|unknown|not found|not supported))|(?:rule|policy|setting|config\w{0,12})s? (?:already exists?|does not exist))|\b(?:invalid|unknown|missing)(?: value)?(?: for| of)?(?: the)? ["']?(?:rate[ _-]?limit|throttl(?:e|ing))\b(?! exceeded)|\bfield ["']?throttl|(?:限流|流控|每(?:秒|分钟)[^，。；]{0,6}?)(?:规则|阈值|策略|配置|参数|字段|名称){1,2}[^，。；]{0,6}(?:不存在|重复|必须|错误|为空|已存在|不能|无效|非法|有误)/i,
    requestFaults,
  ],
  [
    'out-of-range',
    /\btoo[ _]many[ _](?:requests|calls|operations)[ _]in[ _](?:(?:a|an|one|the|this|your|single)[ _]){0,2}batch/i,
    requestFaults,
  ],
  // A window of minutes, before one of days.
  [
    'throttled',
    /每(?:秒|分钟)[^，。；]{0,12}[限超]|(?<![a-z])(?:[QT]PS|[RT]PM)[^，。；]{0,8}[超限达]|\bper[ _-](?:second|minute)\b|\bthe current minute\b/i,
  ],
  [
    'quota-exhausted',
    /(?:[当单每][日天]|[今一]天|今日|[每本当]月|每周)[^，。；]{0,14}(?:[上超]限|限[额制]|用[完尽]|次数|超过|达到)|\b(?:daily|weekly|monthly|per[ _-](?:day|month)|for the day|today|this month)\b.{0,40}\b(?:limit|exceed|reach|quota|used up)|\b(?:limit|quota|exceed|max|reach|run out|usage)\w{0,5}\b.{0,40}\b(?:daily|weekly|monthly|per[ _-](?:day|month)|for the day|today|this month)\b|额度[^，。；]{0,4}(?:用[完尽]|耗尽)|\bspend(?:ing)? limits?\b|\bbandwidth limit exceeded\b/i,
  ],
  [
    'payment-required',
    /欠费|请(?:先|及时|尽快)?[^，。；]{0,4}充值|\b(?:out of|insufficient|not enough|no(?: more)?) (?:api )?credits\b|\bcredit balance is too low|\bplease (?:top up|recharge)\b/i,
  ],
  [
    'throttled',
    /频繁|限流|流控|(?:请求|操作|调用|访问)(?:数|量|次数)?(?:过[多高快]|太[多快]|超限)|并发[^，。；]{0,6}[超限]|\brate[ _-]?limit|\btoo[ _]many[ _](?:\w{1,16}[ _])?(?:requests|calls)|\btoo (?:frequent|fast|often)|\bthrottl|\bslow down\b|\b(?:request|api|call)s?[ _]limit (?:is |was |has been )?(?:reached|exceeded|hit)|\bnumber of (?:api )?(?:requests|calls)\b.{0,24}\b(?:reached|exceeded)|\bexceeded the (?:error|request|rate) limit/i,
  ],
  // What no refresh renews, the token of a refresh itself before all.
  [
    'grant-invalid',
    /\b(?:invalid|expired|bad|wrong|illegal|revoked)(?: or (?:invalid|expired|revoked))? refresh[ _-]?token|\brefresh[ _-]?token(?: (?:is|has|was|been|already|no longer|not)){0,3} (?:invalid|valid|expired|revoked|used)\b|(?:刷新|refresh[ _-]?)(?:token|令牌)\s?已?(?:过期|[无失]效|错误|非法)|\b(?:invalid|expired|bad|wrong|illegal)(?: or (?:invalid|expired))? (?:password )?(?:reset|verification|confirmation|activation|invit(?:e|ation)|captcha|recaptcha|registration|unsubscribe) token\b|\b(?:reset|verification|confirmation|activation|invit(?:e|ation)|captcha|recaptcha|registration|unsubscribe) token(?: (?:is|has|was|been|already|no longer|not)){0,3} (?:invalid|valid|expired|revoked|used)\b|验证码(?:token|令牌)\s?已?(?:过期|[无失]效|错误)/i,
  ],
  [
    'invalid-parameter',
    /\b(?:push|device|upload|download|checkout|chat|game|payment|card|page|pagination|continuation|cursor|registration)[ _-]?(?:token|session)(?: (?:is|has|was|been|already|no longer|not)){0,3} (?:invalid|valid|expired|unregistered)\b|\b(?:invalid|expired|bad|wrong|illegal)(?: or (?:invalid|expired))? (?:push|device|upload|download|checkout|chat|game|payment|card|page|pagination|continuation|cursor)[ _-]?(?:token|session)\b|(?:设备|推送|分页|上传)(?:token|令牌)\s?已?(?:过期|[无失]效|错误|非法)/i,
    requestFaults,
  ],
  // A token against forgery signs nobody in.
  ['signature-invalid', /(?<![a-z])[cx]srf(?![a-z])/i],
  // What a refresh or a new sign-in cures.
  [
    'token-revoked',
    /\btoken\b.{0,40}\brevoked\b|(?:令牌|token)已?被?(?:撤销|吊销)|\blogged in (?:elsewhere\b|(?:on|from) another\b)|\bother (?:clients?|devices?) (?:has |have )?logged in\b|(?:其[他它]|另一?[个台])(?:设备|地[方点]|客户端|终端)上?登[录陆]|别处登[录陆]|异地登[录陆](?![^。；]{0,12}(?:风险|验证|保护))|被[挤踢][^，。；]{0,4}下线|(?:被迫|强制)下线/i,
  ],
  // SendGrid's words for its API key.
  ['token-invalid', /\bauthori[sz]ation grant is invalid\b/i, [401]],
  [
    'token-expired',
    /(?<!(?:refresh|push|device|upload|download|checkout|chat|game|payment|card|page|reset|verification|confirmation|activation|invit(?:e|ation)|captcha)[ _-]?|[a-z])(?:token|session|jwt)\b[^.,;，。；]{0,12}\bexpired\b|\b(?:token|session|jwt)expired(?:error|exception)?\b|\bexpired (?:(?!(?:refresh|push|device|upload|download|checkout|chat|game|payment|card|page|reset|verification|confirmation|activation|invit(?:e|ation)|captcha)\b)\w{1,16} )?(?:token|session|jwt)\b|(?<!刷新|设备|推送|上传|验证码|refresh[ _-]?)(?:token|令牌|登[录陆](?!密码)(?:态|状态|信息)?|会话|session)[^，。；]{0,6}(?:过期|失效|超时)/i,
  ],
  [
    'token-expired',
    /\b(?:authentication|authori[sz]ation|login|sign-in|credentials?) (?:has |have |is |was )?expired\b|登[录陆]凭证[^，。；]{0,12}过期/i,
    [200, 401, 403],
  ],
  // Some tell it under the status of a payment.
  [
    'token-expired',
    /\bexpired access[ _-]?token\b|\baccess[ _-]?token (?:is |has )?expired\b|(?<!刷新|设备|推送|上传|验证码)(?:token|令牌|登[录陆](?!密码)(?:态|状态|信息)?)\s?已?(?:过期|失效)/i,
    [402],
  ],
  [
    'token-expired',
    /\b(?:auth ?key|(?<!(?:push|device|upload|download|checkout|chat|game|payment|database)[ _-])(?:token|session)) (?:has |was |is )?time(?:d)?[ -]?out\b/i,
    [200, 400, 401, 403],
  ],
  [
    'client-invalid',
    /\b(?:invalid|incorrect|wrong|missing|unknown)[ _]?(?:\w{1,10}[ _]){0,2}(?:api|access|app|client|license)[ _-]?(?:key|id|secret|licen[cs]e)|\b(?:api|app|client|access)[ _-]?(?:key|secret|id)\b.{0,16}\b(?:invalid|incorrect|wrong|missing|not (?:valid|found|exists?|provided)|does not exist|expired)|(?:api|app|access|client)[ _-]?(?:key|id|secret)[^，。；]{0,8}(?:[无失]效|错误|不正确|不存在|有误|非法|缺|为空|必[填传])|(?:密钥|秘钥)[^，。；]{0,6}(?:无效|错误|不正确|有误)|(?:请求|当前的?|您的)\s?key\b|(?:错误|无效|非法)的?(?:请求)?\s?(?:api|app)?key(?![a-z])|(?<![a-z])key\s?(?:无效|未注册|已过期|(?:格式)?错误)|\b(?:unregistered|unknown|invalid|wrong)[ _]?(?:service|subscription|authori[sz]ation|consumer) key\b|\b(?:service|subscription|authori[sz]ation|consumer) key (?:is )?(?:not (?:registered|found|valid)|invalid|unknown|expired)|\bhave not (?:supplied|provided) a valid (?:\w{1,10} ){0,2}key\b/i,
  ],
  [
    'client-invalid',
    /\b(?:api[ _-]?key|access[ _-]?key|app[ _-]?(?:key|id)) (?:is |are )?(?:absent|inactive|not active|disabled)\b|^invalid or (?:unauthori[sz]ed|inactive|missing|expired) key\b|^(?:ak|appkey|app key) illegal\b/i,
    [200, 400, 401, 403],
  ],
  ['client-invalid', /^(?:invalid|incorrect|wrong|unknown) key[.!]?$|^key (?:is )?not active\b/i, [200, 401, 403]],
  [
    'scope-insufficient',
    /\b(?:required|missing|insufficient|requires?) (?:the )?(?:following )?scopes?\b|\bscopes? (?:is |are )(?:required|missing|insufficient)\b|\bfollowing scopes is required\b/i,
    [200, 400, 401, 403],
  ],
  [
    'unauthenticated',
    /^(?:authentication|authori[sz]ation|auth|access|bearer|jwt)?[ _-]?(?:token|header|parameters?|credentials?)? ?(?:is |are )?(?:missing|absent|not (?:provided|supplied|present|sent))[.!]?$|^(?:no|missing) (?:auth(?:entication|ori[sz]ation)?|access|bearer|jwt)[ _-]?(?:token|header|credentials?)?(?: (?:was |were |is )?(?:provided|found|supplied|sent|present))?[.!]?$|\bno (?:access |auth |api )?tokens? (?:was |were |is )?(?:provided|found|supplied|sent)\b|\btoken (?:is |was )?(?:missing|not (?:provided|supplied|sent))\b|^auth(?:ori[sz]e|ori[sz]ation|enticate|entication)? fail(?:ed|ure)[.!]?$/i,
    [200, 400, 401, 403],
  ],
  [
    'unauthenticated',
    /(?:会话|请求)未授权|未登[录陆]|请(?:先|重新|您先)?登[录陆](?!(?:到|您?的)?(?:邮箱|官网|后台|商户|平台|网站|控制台))|需要?登[录陆]|登[录陆]后(?!台)|^(?:http )?(?:401)?[ :]{0,3}(?:un-?authori[sz]ed|unauthenticated)(?: access| request)?[.!]?$|^(?:authentication (?:failed|(?:is )?required)|not authenticated)[.!]?$|\bnot (?:logged|signed)[ -]?in\b|\bplease (?:log|sign)[ -]?in\b(?! to (?:the|your|our) (?:portal|console|dashboard|website|e-?mail))/i,
  ],
  [
    'credentials-invalid',
    /(?:用户名|账号|手机号)或密码|(?<!支付)密码(?:错误|不正确)|\b(?:bad|wrong|incorrect) (?:password|credentials)\b|\bpassword (?:is |was )?(?:wrong|incorrect|invalid|not correct)\b|^invalid (?:login )?credentials?[.!]?$|\b(?:invalid|incorrect|wrong|bad) (?:(?:user|login) credentials|(?:user ?name|e-?mail|login|account)(?: address)? (?:or|and) password)\b|\bunable to (?:log|sign) ?in with (?:the )?provided credentials/i,
  ],
  [
    'token-invalid',
    /\b(?:invalid|illegal|bad|wrong)[ _](?:(?:access|auth|user|bearer|api|session|id)[ _-]?)?(?:token|session)\b(?! (?:amount|count|address|id|symbol|name|balance|type|limit))|(?<!(?:refresh|push|device|upload|download|checkout|chat|game|payment|card|page|pagination|continuation|cursor|reset|verification|confirmation|activation|invit(?:e|ation)|captcha|registration|unsubscribe|csrf|xsrf)[ _-]?)\btoken (?:you (?:entered|provided|supplied) )?(?:is |was )?(?:invalid|incorrect|malformed|not valid|illegal|does not exist)\b|\bmalformed (?:(?:access|auth|user|bearer|api|session|id) )?token\b|(?<!分页|上传|设备|推送|刷新|验证码)(?:token|令牌)(?:无效|错误|非法|不合法|[校验]{2}失败)|(?:无效|非法)的?\s?(?:token|令牌)|\bsecurity header is not valid/i,
  ],
  [
    'signature-invalid',
    /(?<!短信|模板|文本)签名[^，。；]{0,4}?(?:错误|过期|不正确|不匹配|无效|不通过|校验失败|验证失败)|验(?:证)?签(?:名)?(?:失败|错误|[不未]通过)|(?<![a-z])sign?\s?[校验]{2}(?:失败|错误)|\bverify sign(?:ature)? fail|\bsign(?:ature)? (?:verif\w{1,8}|check) fail|\b(?:invalid|incorrect|wrong|bad)[ _](?:request |api )?signature\b(?! name)|\bsign(?:ature)?[ _](?:is )?(?:invalid|not[ _]valid|mismatch|error)/i,
  ],
  // What is wrong with the request.
  [
    'account-disabled',
    /账[户号]已?失效|\b(?:user )?account (?:is |has been |was )?(?:not active|inactive|disabled|suspended|deactivated|banned|frozen)\b/i,
    [200, 400, 401, 403],
  ],
  ['content-rejected', /(?:关键|敏感|违禁)词[^，。；]{0,4}(?:屏蔽|拦截|命中)/, requestFaults],
  ['payment-declined', /(?:积分|金币|点券|钻石)(?:余额)?不[足够]/, requestFaults],
  // The first of the two was taken: one more would be done twice.
  ['already-exists', /(?:不允许|不能|请勿|禁止)重复(?:提交|操作|请求|下单)/, requestFaults],
  [
    'already-exists',
    /已被?(?:存在|注册|占用|绑定)|\bal(?:ready|redy|lready) (?:exists?|registered|taken|in use|been (?:assigned|registered|taken))\b/i,
    requestFaults,
  ],
  [
    'already-exists',
    /\b(?:you(?:['’]ve| have)? )?already (?:requested|retweeted|favou?rited|posted|shared|bookmarked|reviewed|reported|redeemed|subscribed|following|followed|liked|voted|signed up|applied|claimed|a member|paid|processed)\b|\bis already in\b.{0,40}\bcannot be (?:added|created)|\b(?:is|are) (?:a )?duplicates?\b|(?:已经?|重复)(?:签到|领取|点赞|投票|关注|报名|预约|评价|兑换|参与|参加)过/i,
    requestFaults,
  ],
  [
    'precondition-failed',
    /\b(?:cannot|can not|can't|may not|could not) be \w{3,16} (?:because|since|while|as|at this time|in (?:its|the|this) (?:current )?(?:state|status))\b|\b(?:currently|still) in use\b/i,
    requestFaults,
  ],
  [
    'precondition-failed',
    /\b(?:update|edit|write|version|revision) conflict\b|\bexecution reverted\b|\bnonce too (?:low|high)\b|库存不足|已售罄|\bout of stock\b/i,
    requestFaults,
  ],
  [
    'missing-parameter',
    /缺(?:少|失)[^，。；]{0,12}参数|参数[^，。；]{0,12}(?:缺失|为空|必[填传])|\b(?:field|param(?:eter)?|argument) (?:is )?(?:missing|required)\b|\bmissing (?:the |a )?(?:required )?(?:["'`]?\w{1,32}["'`]? )?(?:param(?:eter)?|field|argument)s?\b|(?:签名|时间戳|sign|timestamp)[^，。；]{0,8}(?:缺失|为空|不能为空|未传)|(?:没有|[未请])(?:选择)?上传(?:文件|图片)|^no (?:files?|images?|body|payload|input)(?: (?:was |were )?(?:uploaded|selected|sent))?[.!]?$|^no \w{2,24} (?:was |were )?(?:provided|supplied|specified|given)[.!]?$/i,
    requestFaults,
  ],
  [
    'invalid-parameter',
    /\b(?:reserved|private|bogon|invalid|malformed) (?:ip(?:v[46])?(?: address)?|(?:ip )?range)\b|\binvalid (?:(?:zip|postal|country|currency|area|language) ?code|e-?mail(?: address)?|(?:phone|mobile) ?(?:number)?|date(?: format)?|url|uuid|json)\b|短信签名|参数(?:错误|异常|有误|不正确|不合法|非法|无效|不对|格式|校验)|\bparam(?:eter)?s? (?:error|invalid)\b|\b(?:invalid|illegal|wrong|bad) (?:param(?:eter)?s?|api call|query|argument)\b/i,
    requestFaults,
  ],
  [
    'out-of-range',
    /\bmaximum context length\b|\bcontext (?:window|length|size)\b.{0,24}\bexceed|\bexceed\w{0,3}\b.{0,32}\bcontext (?:window|length|size)\b|\b(?:prompt|input|message)s? (?:is |are )?too long\b|\btoo many (?:input |prompt )?tokens\b|\b(?:input )?tokens? (?:count )?(?:\(\d{1,12}\) )?exceeds?\b/i,
    requestFaults,
  ],
  ['unsupported', /\bunexpected endpoint\b|\bendpoint (?:does not|doesn't) exist\b/i, [200, 400]],
  [
    'unavailable',
    /\b(?:device|engine|service|server|host|node|upstream|backend|agent|worker) (?:is |are )?(?:currently )?(?:offline|down|unreachable|not running)\b|\bno response from\b/i,
    [200, 500, 502, 503],
  ],
  ['internal', /\bsomethings? went wrong\b|(?:系统|服务器|内部|未知)(?:错误|异常)/i],
  [
    'unavailable',
    /系统繁忙|待会儿?再?来?试|挤不进|网络太?拥挤|太火爆|负载已?饱和|\boverloaded\b|\bnot (?:currently )?responding\b|\bseconds lagged\b|\bread-?only mode\b/i,
  ],
]

const asked = (status: number): number => (status < 400 ? 200 : status)

/** The rules as the provider declares them. */
export function clearRules(): MessageRule[] {
  return rules.flatMap(([reason, match, statuses]) =>
    statuses === undefined
      ? [{ match, reason }]
      : statuses.map((status) => ({ match, reason, when: `status=${status < 400 ? '2xx' : status}` })),
  )
}

/** The reason of a sentence that leaves no doubt. */
export function clearReason(message: string, status: number): Reason | undefined {
  const text = inEnglish(message.slice(0, 1024).trim())
  return rules.find(
    ([reason, match, statuses]) =>
      (statuses === undefined ? admits(asked(status), reason) : statuses.includes(asked(status))) && match.test(text),
  )?.[0]
}
