import type { Outcome } from './taxonomy.ts'

/** What a text says so plainly that what the words have learned elsewhere does not count; the first that matches. */
const plain: readonly (readonly [says: RegExp, but: RegExp | undefined, reason: Outcome])[] = [
  [
    /too many (?:new )?(?:requests|orders)\b|(?:请求|访问|操作)(?:过于|太)?频繁/i,
    /\bin the\b|queued|banned|封/i,
    'throttled',
  ],
  [
    /(?<!修改)(?:密码|验证码)(?:校验)?(?:错误|不正确|有误)|(?:incorrect|wrong) (?:password|verification code)\b/i,
    /次数|too (?:many|often)|format|content|格式|key/i,
    'credentials-invalid',
  ],
  [
    /\b(?:bad|invalid) (?:jwt|access token)\b|access.?token (?:is )?(?:invalid|not valid)/i,
    /scope|signature/i,
    'token-invalid',
  ],
  // What was ordered and not paid for has to be paid first.
  [
    /(?:未支付|未付费|未付款)的?订单|\bunpaid (?:\w+ ){0,2}orders?\b/i,
    /只有|仅可|无法|状态错误|only|fulfil|remind|status/i,
    'payment-required',
  ],
  // Another operation stands in the way, not the state: later the same call succeeds.
  [
    /正在[^，。,]{0,14}中(?!心|国|的|包)|(?:部署|升级|创建|删除|更新|迁移|同步|变更|处理|执行|恢复|重启)中(?=$|[，。,；;]|不能|无法|不允许)|\banother (?:operation|task|request|process) is (?:in progress|already|being|running)|\bis (?:currently )?being (?:created|deleted|updated|modified|processed|deployed|restored|migrated|upgraded|activated)/i,
    /使用|系统|服务目前|邀测|维护|不在|不是|并非|售罄|补货|sold out|in use|\bsystem\b|maintenance|\bnot\b[^.]{0,20}being/i,
    'in-progress',
  ],
  // What a state, or something that is there, does not allow is no lack of the service.
  [
    /状态(?:下)?(?:不支持|不允许|不能)|^(?:当前\S{0,8})?存在[^，。]{2,20}，不支持|\b(?:state|status)\b[^.]{0,30}\bdo(?:es)? not (?:support|allow)/i,
    /设置|账户模式|正在|中，|欠费|封禁/i,
    'precondition-failed',
  ],
  [
    /(?<!同时)(?:不能|不可|不允许)为空$|(?:can ?not|must not|should not) be (?:empty|blank|null)\.?$/i,
    /both|key|sign|token|passphrase|invalid|不合法/i,
    'missing-parameter',
  ],
  // What others hold has to be freed first; a name that is taken exists already.
  [
    /\b(?:is|are) (?:still |currently )?(?:in use|being used)\b|(?:被|正在|仍在)使用中?(?=$|[，。,；])/i,
    /name|名|already|mobile|email|\bid\b|token|number|群组/i,
    'precondition-failed',
  ],
  [
    /\bviolat\w* (?:\w+ ){0,3}polic(?:y|ies)\b/i,
    /IAM|organi[sz]ation|location|buyer|seller|account/i,
    'content-rejected',
  ],
  [/\b(?:must|should) be (?:null|empty)\b/i, /\bor\b|not be/i, 'invalid-parameter'],
  // Parameters that contradict each other; of features that do, one has to be switched off first.
  [
    /(?:不能|不可|不支持|无法)同时(?:指定|设置|使用|传[入递]?|存在)|\bcan ?not (?:both )?be (?:set|specified|used) (?:together\b|simultaneously\b|at the same time\b)/i,
    /冲突，(?!指定)|空|bots|开启/i,
    'invalid-parameter',
  ],
  [
    /\b(?:must|should) (?:be )?(?:between|less than|greater than|at (?:most|least)|no (?:more|less) than|smaller than|larger than)\b|\bcan ?not be (?:more|longer|larger|greater) than\b|\bbecause it exceeds the maximum\b/i,
    /\bor\b|empty|invalid|illegal|name|format|there can|orders/i,
    'out-of-range',
  ],
]

/** The reason that one of the texts states plainly. */
export function readPlainly(...texts: readonly string[]): Outcome | undefined {
  return plain.find(([says, but]) => texts.some((text) => says.test(text) && but?.test(text) !== true))?.[2]
}
