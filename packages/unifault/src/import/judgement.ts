// What a text says by the catalog's own judgement calls: a thing, and what is wrong with it, make a reason.
import type { Reason } from '@unifault/core'

type Outcome = Reason | 'ok'

/** What is wrong. The more telling stands first: `missing or wrong` is wrong. */
const faults = [
  [
    'pending',
    /(?:尚未|还未|等待|未)(?:被)?(?:扫码|扫描|确认|授权完成)|(?:scan|confirm|authori[sz])\w* pending|(?:authorization|scan) (?:is )?pending|not (?:yet )?(?:been )?(?:scanned|confirmed)|waiting for (?:scan|confirm)/,
  ],
  [
    'often',
    /频率|速率|(?:请求|调用|操作|访问|连接)(?:数)?(?:过多|太多)|带宽|频繁|过于频|过快|太快|限流|流控|限频|每(?:秒|分钟)|并发|访问超限|请求超限|\bqps\b|\bqpm\b|\brate[ -]?limit|\brate exceeded|throttl|too (?:many|frequent) (?:requests|operations?|calls)|too (?:frequent|fast|often)|frequent (?:operation|request|call)s?|frequency/,
  ],
  [
    'attempts',
    /(?:密码|登[录陆]|验证码|错误|失败|输错|设备|尝试).{0,8}次数.{0,4}(?:过多|太多|超|达|上限|限制)|too many (?:\w+ )?(?:failed|failures|wrong|incorrect|login|sign|password|attempts)|风控|异常行为/,
  ],
  [
    'revoked',
    /废除|撤销|吊销|改密|被踢|踢下线|(?:其他|别的|另一).{0,4}登[录陆]|取消(?:了)?授权|解除授权|\brevoked|signed in elsewhere|logged in (?:elsewhere|on another)/,
  ],
  [
    'disabled',
    /(?:被|已|遭).{0,2}(?:禁用|冻结|封禁|封停|停用|锁定|注销|拉黑|系统回收|回收)|不处于上线|未上线|已?下线|未(?:审核|发布|启用|激活|开通)|\b(?:disabled|suspended|banned|frozen|deactivated|locked out|inactive)\b|(?:account|user)\b.{0,12}\b(?:locked|blocked|recycled)|not (?:activated|approved|enabled|online|published)/,
  ],
  [
    'unbound',
    /(?:未|没有|尚未|需要?(?:进行|先)?|请先).{0,4}(?:绑定|实名|认证(?!失败)|关联)|\bunbound\b|not (?:been )?(?:bound|binded|linked)|needs? to be .{0,16}bound|(?:verification|binding|captcha|mfa|otp) (?:is )?required/,
  ],
  ['late', /超时|过期|失效|已?到期|expired?\b|\bexpir|no longer valid|invalidation|timed? ?out|\boutdated\b|too old/],
  [
    'used',
    /已(?:经)?(?:被)?使用|已用过|重复(?:的|使用)?|\b(?:already |been )?(?:used|reused|redeemed|consumed)\b|repeated|duplicated?/,
  ],
  [
    'both',
    /缺[少失]?(?:或|\/)|(?:为空|缺[少失])(?:或|，|,|\/).{0,6}(?:错|无效|非法|不合法|不正确)|missing (?:or|and\/or|\/) ?(?:invalid|wrong|incorrect|illegal)|(?:invalid|wrong|illegal) or (?:missing|empty)|empty or invalid/,
  ],
  [
    'missing',
    /缺[少失]|遗漏|没有传|未传|未提供|未携带|未填|必填|不能为空|不可为空|为空(?!间)|空白|\bmissing\b|\brequired?\b.{0,20}\b(?:missing|parameter|field|param|argument)|(?:is|are) required\b|\bempty\b|(?:must|can ?not|may not|should not) be (?:empty|null|blank)|\bno \w+ (?:supplied|provided|specified|given)|not (?:supplied|provided|specified|present)|is (?:null|blank)/,
  ],
  [
    'unsupported',
    /不(?:被)?支持|未知的?(?:方法|接口|api|签名方法|命令|操作)|(?:请|需要?|必须)(?:使用|用|以)? ?(?:get|post|put|https?|http)|非 ?(?:get|post|https?)|协议(?:非法|错误)|不适合|定义范围|无效的?(?:操作|请求)?(?:方法|方式)|请求(?:方法|方式)(?:错误|不正确|无效|非法)|(?:接口|\bapi) ?(?:名)?(?:不存在|未找到)|unsupported|not supported|does ?n.?t support|not support\b|not implemented|method not allowed|(?:require|need|use|only) (?:the )?(?:get|post|put|https?)\b|not allowed in|unknown (?:method|api|command|operation)|invalid (?:method|operation|http method)|deprecated/,
  ],
  [
    'mismatch',
    /不匹配|不一致|不相符|不符合?|不对应|对不上|mismatch|(?:do|does) ?n.?o?t (?:match|comply)|inconsistent|not match\b/,
  ],
  [
    'exists',
    /已(?:经)?(?:存在|占用|被占用|注册|被注册|领取|参加|添加|绑定|开通|关注|点赞|提交)|已(?:领取|参加)过|重复(?!的? ?nonce)|无法重复|不能重复|(?:has|have) been (?:occupied|taken|registered|used by)|already (?:\w+ ){0,2}(?:exists?|registered|claimed|taken|bound|in use|added)|(?<!not )(?<!n.t )\bexists?$|duplicate|occupied/,
  ],
  [
    'running',
    /正在|进行中|处理中|执行中|被锁定(?!.*账)|in progress|being (?:processed|deleted|updated|created)|is (?:processing|running|locked)|try to lock/,
  ],
  [
    'state',
    /状态|(?:无法|不能|不可以?|不允许)(?:删除|修改|取消|关闭|撤销|变更|退款|重复)|先(?:调用|结束|完成|关闭)|之前(?:被)?调用|存在余额|(?:已|已经)(?:开始|结束|关闭|取消|完成|支付|退款|发送|发布)|\b(?:wrong|invalid|current|incorrect|illegal) (?:\w+ )?(?:state|status)\b|\bconflict|already (?:\w+ )?(?:started|called|begun|closed|cancell?ed|completed|finished|paid|sent|processed|enabled|disabled|attached|in)\b|called before|(?:can ?not|unable to|must not) be (?:deleted|removed|modified|cancell?ed|changed|updated|closed)|(?:is|are|has) (?:still )?(?:attached|associated|not empty)/,
  ],
  [
    'ceiling',
    /(?:单|每|当)[日天月].{0,8}(?:上限|限额|额度|次数|量)|日(?:访问|调用|请求)量|月限额|(?:daily|monthly|per day) (?:\w+ )?(?:limit|quota)|(?:次数|调用|流量|空间|容量|配额|额度|余量|用量|数据量).{0,10}(?:上限|超限|超出|超过|不足|用完|已满|耗尽|超额|已达|达到)|超出.{0,4}(?:配额|额度)|\bquota\b|(?:request|call|usage|daily|monthly|storage) limit (?:reached|exceeded)|limit reached|allowable .{0,12}exceeded/,
  ],
  [
    'number',
    /(?:数量|个数).{0,6}(?:上限|超限|超出|超过|最大)|maximum number|(?:number|count) of .{0,40}(?:exceed|limit|maximum|reached)/,
  ],
  [
    'range',
    /长度|字节|字符(?:数|长度)|个字符|超[出过]|过[长大多短小]|太[长大多短小]|不能(?:超过|大于|小于|少于|多于)|最[多大小少长]|上限|范围|前\d+页|\btoo (?:long|large|big|many|short|small|high|low)|exceed|out of range|at most|at least|more than|less than|(?:url|data|body|file) size|length\b|maximum|minimum/,
  ],
  [
    'absent',
    /不存在|未找到|找不到|没有找到|未查到|查无|暂无|无可用|没有(?:该|此|相关|对应)|无(?:此|该)|已(?:被)?删除|not (?:be )?found|does ?n.?o?t exist|not exist|no such|no .{0,16}\b(?:information|records?|data)\b|unknown (?:user|id|account|object|resource)|no record/,
  ],
  [
    'denied',
    /无权|没有权|权限不足|权限不够|无.{0,10}权限|没有.{0,12}权限|未(?:被|经)?(?:用户)?授权|没有被授权|不被授权|拒绝|禁止|不允许|受限|限制|不可见|黑名单|白名单|不支持.{0,12}平台|denied|forbidden|not (?:been )?(?:allowed|authori[sz]ed|permitted)|no permission|unauthori[sz]ed|insufficient (?:permission|privilege|scope)s?|not have permission|restricted|not visible|whitelist|allowlist|blacklist/,
  ],
  [
    'busy',
    /繁忙|忙碌|不可用|请重试|稍后|稍候|维护|过载|\bbusy\b|unavailable|try again|maintenance|overload|please retry/,
  ],
  [
    'invalid',
    /无效|非法|不合法|不正确|错误|有误|不规范|不合规|非正常|(?:验证|校验|认证|鉴权|检查|解析)(?:不通过|未通过|失败)|违规|invalid|illegal|incorrect|wrong|malformed|\bbad\b|unlawful|errors?\b|(?:verification|validation|authentication|check|auth) (?:failed|failure)|failed (?:verification|validation|in .{0,30}verification)|not valid|improper/,
  ],
  [
    'failed',
    /失败|出错|异常(?!行为|登|活动)|出现.{0,2}错误|无法(?:获得|获取|连接|读取|处理)|未能|\bfail|unable to|could ?n.?o?t|errors? (?:in|while|when|during|occurred)|exception/,
  ],
] as const satisfies readonly (readonly [string, RegExp])[]

type Fault = (typeof faults)[number][0]

/** What it is wrong with. The more special stands first. */
const things = [
  ['address back', /redirect[ -]?uri|redirect url|回调地址|回跳|\bopen ?id\b(?!.*(?:token|openkey))/],
  ['refresh token', /refresh[ -]?token|更新令牌|刷新令牌|续期令牌/],
  [
    'sign-in code',
    /二维码|扫码|qr ?code|授权码|authori[sz]ation code|临时票据|票据|\bticket|\bgrant\b(?! ?type)|temporary bills?|授权信息|登录场景|login scenario|邀请码|(?:不合法|无效|非法|缺[少失])的?code(?![a-z ])|^(?:invalid|missing|illegal|expired|invalid or expired|bad) code$|^code ?(?:超时|过期|失效|无效|expired|invalid|missing)|缺[少失] ?code/,
  ],
  ['answer', /验证码|校验码|动态码|captcha|verification code|verify code|sms code|\botp\b|one[- ]time/],
  ['password', /密码|口令|用户名或|\bpassword|\bpasswd|user ?name or|credentials? (?:is|are)? ?(?:wrong|incorrect)/],
  ['signing form', /签名(?:方法|方式|类型|算法|版本)|sign(?:ature)?[ -]?(?:method|type|algorithm|version)/],
  ['signature', /签名|验签|密匙|\bsign(?:ature)?\b|\bcsrf/],
  ['clock', /时间戳|时间范围|请求时间|timestamp|\bnonce\b|call[ -]?id|clock|request time/],
  [
    'app',
    /(?:app|client|consumer|suite|corp) ?(?:id|key|secret)\b(?! (?:name|type|white|order|len))|(?:api|access|secret) ?key\b(?! (?:name|descr|limit|offset|uid|action|index|expir|permission|white))|app ?ip(?:或|者| or)|\bsecret\b(?! group)|应用|客户端(?:id|标识|密钥)|密钥|凭据|商户号|公众号.{0,4}id|\b(?:application|app)\b(?= (?:error|is (?:not|dis)|not|does)|$| 不)|该 ?app|no such app|original id/,
  ],
  [
    'address',
    /\bip(?![a-z])|内网|外网|referr?er|\brefer\b|平台(?:播放|访问|使用)|(?:安卓|android|ios|微信|pc)端?(?:平台|运行)|客户端类型|地区|区域|region|country|domain name|域名|on wechat|来源/,
  ],
  [
    'scope',
    /\bscope|用户授权|授予|the user (?:has )?(?:denied|refused)|(?:字段|permission).{0,6}未授权|未授权的字段|unsupported permission|用户的?email|user email/,
  ],
  [
    'token',
    /access[ -]?token|\btoken\b|令牌|session|openkey|会话|登[录陆](?:状?态|凭证|信息)|调用凭证|授权(?=.{0,3}(?:过期|失效))|sessdata|cookie|\bauthorization\b|凭证/,
  ],
  ['login', /登[录陆]|\blog(?:ged)? ?in\b|\bsign(?:ed)? ?in\b|\bauthenticat/],
  ['account', /账[号户]|帐[号户]|用户|成员|会员|\busers?\b|\baccounts?\b|\bmember/],
  [
    'server',
    /系统|服务器?|内部|未知(?:的.{0,6})?错误|数据库|网络|缓存|后端|后台|redis|\bpython|\bsystem\b|\bserver\b|\bservice\b|internal|unknown error|database|network|backend|exception|异常$|操作失败|^失败$|^fail(?:ed|ure)?$/,
  ],
] as const satisfies readonly (readonly [string, RegExp])[]

type Thing = (typeof things)[number][0]

/** Whatever the thing is. */
const ofAnything: Readonly<Partial<Record<Fault, Outcome>>> = {
  pending: 'authorization-pending',
  often: 'throttled',
  attempts: 'abuse-blocked',
  unbound: 'action-required',
  both: 'invalid-parameter',
  missing: 'missing-parameter',
  unsupported: 'unsupported',
  mismatch: 'invalid-parameter',
  exists: 'already-exists',
  ceiling: 'quota-exhausted',
  range: 'out-of-range',
  absent: 'not-found',
  denied: 'permission-denied',
  busy: 'unavailable',
  running: 'in-progress',
  state: 'precondition-failed',
  invalid: 'invalid-parameter',
  failed: 'internal',
}

/** These mean the same whatever the thing, unless the table above says otherwise. */
const plainFaults: ReadonlySet<Fault> = new Set([
  'pending',
  'often',
  'attempts',
  'unbound',
  'both',
  'missing',
  'unsupported',
  'running',
])

const of: Readonly<Record<Thing, Readonly<Partial<Record<Fault, Outcome>>>>> = {
  'refresh token': {
    late: 'grant-invalid',
    used: 'grant-invalid',
    revoked: 'grant-invalid',
    invalid: 'grant-invalid',
    absent: 'grant-invalid',
  },
  'sign-in code': { late: 'grant-invalid', used: 'grant-invalid', invalid: 'grant-invalid', absent: 'grant-invalid' },
  answer: {
    late: 'grant-invalid',
    used: 'grant-invalid',
    invalid: 'credentials-invalid',
    mismatch: 'credentials-invalid',
  },
  password: { invalid: 'credentials-invalid', mismatch: 'credentials-invalid', absent: 'credentials-invalid' },
  'signing form': { invalid: 'unsupported', absent: 'unsupported' },
  signature: { invalid: 'signature-invalid', mismatch: 'signature-invalid', late: 'clock-skew' },
  clock: {
    late: 'clock-skew',
    used: 'clock-skew',
    exists: 'clock-skew',
    invalid: 'clock-skew',
    range: 'clock-skew',
    mismatch: 'clock-skew',
  },
  app: {
    missing: 'client-invalid',
    both: 'client-invalid',
    invalid: 'client-invalid',
    mismatch: 'client-invalid',
    absent: 'client-invalid',
    disabled: 'client-invalid',
    late: 'client-invalid',
  },
  address: { denied: 'client-restricted', unsupported: 'client-restricted' },
  'address back': { late: 'invalid-parameter' },
  scope: { denied: 'scope-insufficient' },
  token: {
    missing: 'unauthenticated',
    both: 'token-invalid',
    late: 'token-expired',
    revoked: 'token-revoked',
    used: 'token-invalid',
    invalid: 'token-invalid',
    mismatch: 'token-invalid',
    absent: 'token-invalid',
    denied: 'scope-insufficient',
  },
  login: { late: 'token-expired', missing: 'unauthenticated', revoked: 'token-revoked', failed: 'unauthenticated' },
  account: { disabled: 'account-disabled', absent: 'not-found' },
  server: {
    invalid: 'internal',
    failed: 'internal',
    absent: 'internal',
    late: 'timeout',
    busy: 'unavailable',
    disabled: 'unavailable',
  },
}

/** Error names of OAuth 2 (RFC 6749, 6750, 8628), which many platforms repeat. */
const protocolNames: Readonly<Record<string, Outcome>> = {
  'invalid request': 'invalid-parameter',
  'invalid client': 'client-invalid',
  'invalid grant': 'grant-invalid',
  'unauthorized client': 'client-invalid',
  'unsupported grant type': 'unsupported',
  'unsupported response type': 'unsupported',
  'invalid scope': 'invalid-parameter',
  'invalid token': 'token-invalid',
  'insufficient scope': 'scope-insufficient',
  'authorization pending': 'authorization-pending',
  'slow down': 'throttled',
}

const success =
  /^(?:(?:操作|请求|调用|执行|接口|正常){0,4}(?:成功|正常|返回){1,3}|ok|success(?:ful(?:ly)?)?|succeed(?:ed)?|no error|request succeeded|normal)[!.。]?$|(?:没有|暂无|无)更多|no more (?:data|records?|results?)|最新版本|latest version/
const signIn =
  /未登[录陆]|(?:请先|请重新|需要?(?:用户)?|尚未) ?登[录陆]|\bnot logged in|(?:login|sign in) (?:is )?required|(?:please|must|need to) (?:log|sign) ?in|^unauthori[sz]ed$|^未授权$/
const rejected = /敏感|违规|违禁|不良信息|涉[黄政]|sensitive|moderation|inappropriate/

/**
 * What a text in one language comes to; undefined where it names no fault.
 *
 * @example
 * judge('access_token超时') // 'token-expired'
 * judge('refresh_token expired') // 'grant-invalid': a refresh would loop
 */
export function judge(text: string): Outcome | undefined {
  const plain = text.toLowerCase().replace(/[_]/g, ' ').replace(/\s+/g, ' ').trim()
  if (plain === '') return undefined
  if (Object.hasOwn(protocolNames, plain)) return protocolNames[plain]
  if (success.test(plain)) return 'ok'
  if (signIn.test(plain)) return 'unauthenticated'
  if (rejected.test(plain)) return 'content-rejected'
  const wrong = faults.filter(([, words]) => words.test(plain)).map(([fault]) => fault)
  if (wrong.length === 0) return undefined
  const about = things.filter(([, words]) => words.test(plain)).map(([thing]) => thing)
  for (const thing of about)
    for (const fault of wrong) {
      const outcome = of[thing][fault]
      if (outcome !== undefined) return outcome
      if (plainFaults.has(fault)) return ofAnything[fault]
    }
  // So many of a thing: a quota, or a ceiling of the object. The text alone does not say.
  if (wrong.includes('number')) return undefined
  return wrong.map((fault) => ofAnything[fault]).find((outcome) => outcome !== undefined)
}
