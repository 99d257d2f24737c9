import type { Outcome } from './outputs.ts'

/** What words mean where the model alone is wrong more often; matched against tokens with a space between them. */
type Rule = readonly [outcome: Outcome, words: RegExp]

/*
 * Few, since the model knows most of what could stand here: each sets more texts of unseen providers right than wrong
 * (`pnpm catalog --evaluate-words` counts them). Every expression is linear: what may repeat is bounded.
 */
export const rules: readonly Rule[] = [
  [
    'client-invalid',
    /(?:invalid|incorrect|wrong|illegal|missing|no|unknown|bad|无效的?|错误的?|缺少|未知) ?(?:(?:the|an?|valid|参数) ){0,2}(?:(?:app|corp|client|suite|access|api) ?(?:id|key|secret)|client|应用|密钥)(?![a-z])/,
  ],
  [
    'clock-skew',
    /\bnonce\b.{0,20}(?:used|invalid|repeat|duplicate|重复|已)|请求时间.{0,10}(?:差|过期|超|不一致)|in the future/,
  ],
  [
    'unauthenticated',
    /\bnot (?:yet )?(?:log|sign)(?:ged|ed)? ?(?:in|on)\b|\b(?:please|must|need to|first) (?:be )?(?:re )?(?:log|sign)(?:ged|ed)? ?(?:in|on)?\b|unauthenticated/,
  ],
  [
    'action-required',
    /\b(?:captcha|[mw0] ?fa|(?:two|multi) factor|kyc|verification|otp|consent) (?:code )?(?:is )?required|agree to|accept the/,
  ],
  ['abuse-blocked', /(?:密码|登录|验证码|输入|尝试|错误|失败).{0,6}次数.{0,4}(?:多|超|达|上限)/],
  ['abuse-blocked', /\btoo many\b.{0,20}\b(?:fail|login|password|wrong|incorrect|attempt)/],
  ['quota-exhausted', /(?:[当单每][日天]|[今一]天|今日|[每本当]月|每周).{0,14}(?:限|用完|尽|次数|超过|达到)/],
  [
    'payment-required',
    /\b(?:arrears?|overdue|in debt|recharge|top up|payment required)\b|\bcredits? (?:\w+ )?(?:exhaust|used up|deplet|insuff|exceed)|\b(?:no|out of|enough|insufficient) credits?\b/,
  ],
  ['payment-declined', /(?:银行卡|信用卡|卡号|发卡行).{0,14}(?:拒|错误|不正确|过期|无效|失败)/],
  [
    'payment-declined',
    /\b(?:card|issuer)\b.{0,40}(?:declin|expired|reject|refus|lost|stolen|incorrect|invalid)|\bdeclined\b/,
  ],
  [
    'payment-declined',
    /\b(?:insufficient|not enough) (?:\w+ ){0,3}(?:fund|margin|balance|coin|point|asset|collateral|position)|\b(?:balance|funds?|margin) (?:is |are )?insufficient/,
  ],
  [
    'throttled',
    /并发.{0,8}[超限达过]|(?:请求|访问|操作|调用)(?:数|量|次数)?(?:过多|过高|太多|超限)|\bconcurren\w*\b.{0,24}\b(?:limit|exceed|max|reach)/,
  ],
  ['invalid-parameter', /\b(?:page|pagination|next|continuation) token\b|身份证/],
  ['internal', /(?:系统|服务|内部|数据库|程序|未知).{0,4}(?:错误|异常|出错|故障)/],
]

/** What a rule that matches adds to the score of its outcome: twenty to one. */
export const boost = 3
