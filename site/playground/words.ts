// What the playground says, in both languages.
import type { ApiError } from '@unifault/core'
import type { Language } from '../words.ts'

interface PlaygroundWords {
  readonly lead: string
  readonly text: string
  readonly hint: string
  readonly url: string
  readonly method: string
  readonly status: string
  readonly provider: string
  readonly byHost: string
  readonly judge: string
  readonly entry: string
  readonly examples: string
  readonly loading: string
  readonly failed: string
  readonly none: (name: string) => string
  readonly nobody: string
  readonly evidence: string
  readonly meaning: string
  readonly remedy: string
  readonly next: string
  readonly fields: string
  readonly problems: string
  readonly relay: string
  readonly gateway: string
  readonly code: string
  readonly row: string
  readonly wait: (seconds: string) => string
  readonly share: string
  readonly shared: string
  readonly tooLong: string
  readonly private: string
  readonly suspects: string
  readonly confidence: string
  readonly by: Readonly<Record<ApiError['matchedBy']['by'], string>>
  readonly retry: Readonly<Record<ApiError['retry'], string>>
  readonly recovery: Readonly<Record<ApiError['recovery'], string>>
}

const en: PlaygroundWords = {
  lead: 'Paste an answer of an API. The packages judge it here, in your browser: nothing is sent anywhere.',
  text: 'Answer: a body, the output of curl -i, or a HAR',
  hint: '{"code":-352,"message":"-352","ttl":1}',
  url: 'URL',
  method: 'Method',
  status: 'Status',
  provider: 'Provider',
  byHost: 'By host',
  judge: 'Judge',
  entry: 'Entry of the HAR',
  examples: 'Examples',
  loading: 'Loading the packages …',
  failed: 'The packages could not be loaded. Try again.',
  none: (name) => `No error: ${name} counts this answer as a success.`,
  nobody:
    'No error: no provider claims this host, and nothing in the answer says that it failed. Name the URL or choose a provider.',
  evidence: 'Evidence',
  meaning: 'Meaning',
  remedy: 'The provider advises',
  next: 'What to do',
  fields: 'Fields',
  problems: 'Problem details (RFC 9457)',
  relay: 'To a caller whose own request you passed on',
  gateway: 'To a caller who does not know the provider',
  code: 'Code to handle it',
  row: 'This code in the catalog',
  wait: (seconds) => `The answer names a wait of ${seconds} s.`,
  share: 'Copy a link',
  shared:
    'The link is copied. The answer stands in its fragment, which no server is sent. Cookies, credentials and the query of the URL are left out.',
  tooLong: 'This answer is too long for a link.',
  private: 'Whoever has the link can read the answer.',
  suspects: 'Before you share, look at these values; they may be secret or personal:',
  confidence: 'confidence',
  by: {
    code: 'A row of the catalog: the answer carries this code.',
    protocol: 'A shape that many APIs share says it.',
    message: 'A rule of the provider for this message.',
    words: 'The words of the message, as the catalog has taught them.',
    status: 'The HTTP status alone.',
    transport: 'No answer came.',
    unmapped: 'A code that no table knows.',
  },
  retry: {
    'after-wait': 'Send it again after the wait.',
    'if-idempotent': 'Send it again if repeating it does no harm.',
    'after-recovery': 'Send it again once the recovery is done.',
    poll: 'Ask for the result later; never repeat the request.',
    never: 'Do not repeat it: the answer will not change.',
  },
  recovery: {
    'sign-in': 'Sign in.',
    'refresh-token': 'Refresh the token.',
    'start-over': 'Begin the authorization anew.',
    'fix-config': 'Correct the configuration of the app.',
    'ask-user': 'The user has to act.',
    'sign-again': 'Correct the clock and sign anew.',
    'request-access': 'Ask for the missing right.',
    wait: 'Wait.',
    pay: 'Top up the account of the API.',
    'fix-request': 'Correct the request.',
    retry: 'Try again later.',
    report: 'Report it: nobody knows this error yet.',
  },
}

const zh: PlaygroundWords = {
  lead: '粘贴一个 API 的响应，由真实的软件包在浏览器中判断：不会向任何地方发送数据。',
  text: '响应：响应体、curl -i 的输出或 HAR',
  hint: '{"code":-352,"message":"-352","ttl":1}',
  url: 'URL',
  method: '方法',
  status: '状态码',
  provider: '平台',
  byHost: '按域名判断',
  judge: '判断',
  entry: 'HAR 中的条目',
  examples: '示例',
  loading: '正在加载软件包……',
  failed: '软件包加载失败，请重试。',
  none: (name) => `不是错误：${name} 认为这个响应成功。`,
  nobody: '不是错误：没有平台认领这个域名，响应中也没有失败的迹象。请填写 URL 或选择平台。',
  evidence: '判断依据',
  meaning: '含义',
  remedy: '平台的建议',
  next: '怎么办',
  fields: '字段',
  problems: '问题详情（RFC 9457）',
  relay: '转交给调用方（请求和凭证属于调用方）',
  gateway: '作为网关回答（调用方不知道该平台）',
  code: '处理代码',
  row: '在错误码大全中查看',
  wait: (seconds) => `响应要求等待 ${seconds} 秒。`,
  share: '复制链接',
  shared: '链接已复制。响应保存在链接的片段（#）中，不会发送给任何服务器。Cookie、凭证和 URL 的查询参数已去掉。',
  tooLong: '响应太长，无法放进链接。',
  private: '得到链接的人都能看到这个响应。',
  suspects: '分享前请检查以下字段的值，可能是机密或个人信息：',
  confidence: '置信度',
  by: {
    code: '错误码大全中的一行：响应带有这个错误码。',
    protocol: '许多 API 共用的格式。',
    message: '平台对这条信息的规则。',
    words: '报错文字的含义，由错误码大全训练得出。',
    status: '只有 HTTP 状态码。',
    transport: '没有收到响应。',
    unmapped: '任何表中都没有的错误码。',
  },
  retry: {
    'after-wait': '等待之后可以重新发送。',
    'if-idempotent': '如果重复请求无害，可以重新发送。',
    'after-recovery': '恢复之后可以重新发送。',
    poll: '稍后查询结果，不要重复请求。',
    never: '不要重复：结果不会改变。',
  },
  recovery: {
    'sign-in': '请登录。',
    'refresh-token': '刷新凭证。',
    'start-over': '重新开始授权。',
    'fix-config': '修正应用的配置。',
    'ask-user': '需要用户操作。',
    'sign-again': '校准时间后重新签名。',
    'request-access': '申请缺少的权限。',
    wait: '等待。',
    pay: '为 API 账户充值。',
    'fix-request': '修改请求。',
    retry: '稍后重试。',
    report: '请上报：还没有人认识这个错误。',
  },
}

export const playgroundWords: Readonly<Record<Language, PlaygroundWords>> = { en, zh }

/** Answers to begin with, as platforms give them. */
export const examples: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'Bilibili -352',
    text: `curl -i 'https://api.bilibili.com/x/space/wbi/acc/info?mid=2'
HTTP/2 200
content-type: application/json; charset=utf-8
bili-trace-id: 6a1c5be2f36b7d01

{"code":-352,"message":"-352","ttl":1,"data":{"v_voucher":"voucher_example"}}`,
  },
  {
    name: 'Alipay ACQ.TRADE_HAS_SUCCESS',
    text: `curl -i -X POST https://openapi.alipay.com/gateway.do
HTTP/1.1 200 OK
content-type: application/json;charset=utf-8

{"alipay_trade_pay_response":{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_HAS_SUCCESS","sub_msg":"交易已被支付"}}`,
  },
  {
    name: 'OpenAI insufficient_quota',
    text: `curl -i -X POST https://api.openai.com/v1/responses
HTTP/2 429
content-type: application/json
x-request-id: req_0123456789abcdef

{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}`,
  },
]
