/** What the platforms of the documents answer, by the beginning of the URL: `[status, body, headers]`, in turn, the last one from then on. */
type Recorded = readonly [status: number, body: string | object, headers?: Readonly<Record<string, string>>]

const noCredit = { message: 'You exceeded your current quota.', type: 'insufficient_quota', code: 'insufficient_quota' }
const declined = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'No funds.' }
const fields = [
  { field: 'phone', rule: 'min', text: 'too short' },
  { field: 'age', rule: 'number', text: 'not a number' },
]

export const answers: Readonly<Record<string, readonly Recorded[]>> = {
  'https://api.bilibili.com/x/web-interface/nav': [[200, { code: -101, message: '账号未登录', ttl: 1 }]],
  'https://api.bilibili.com/x/space/acc/info': [
    [200, { code: -509, message: '请求过于频繁，请稍后再试', ttl: 1 }, { 'retry-after': '1' }],
    [200, { code: 0, message: '0', ttl: 1, data: { name: '碧诗' } }],
  ],
  'https://api.bilibili.com/x/archive/missing': [[200, { code: -404, message: '啥都木有', ttl: 1 }]],
  'https://api.openai.com/v1/responses': [[429, { error: noCredit }, { 'x-request-id': 'req_1' }]],
  'https://api.openai.com/v1/chat/completions': [
    [429, { error: { message: 'Rate limit reached.', code: 'rate_limit_exceeded' } }, { 'retry-after-ms': '20' }],
    [200, { id: 'chatcmpl-1', choices: [{ message: { content: 'Hello.' } }] }],
  ],
  'https://api.openai.com/v1/models': [[401, { error: { message: 'Incorrect API key.', code: 'invalid_api_key' } }]],
  'https://api.stripe.com/v1/payment_intents': [[402, { error: declined }, { 'request-id': 'req_2' }]],
  'https://gateway.example.com/users': [[200, { code: 4000, msg: 'The form has errors', errors: fields }]],
  'https://gateway.example.com/orders/7': [[200, { code: 4041, msg: 'no such order' }]],
  'https://gateway.example.com/orders': [[200, { code: 0, msg: 'ok', data: [{ id: 1 }] }]],
  'https://gateway.example.com/broken': [[500, { code: 5000, msg: 'database is down' }]],
}

/** Answers for as long as a program runs. */
export function createAnswering(): (url: string) => Response {
  const asked = new Map<string, number>()
  return (url) => {
    const key = Object.keys(answers).find((each) => url.startsWith(each))
    const list = key === undefined ? undefined : answers[key]
    if (key === undefined || list === undefined) throw new TypeError(`Nobody answers at ${url}`)
    const count = asked.get(key) ?? 0
    asked.set(key, count + 1)
    const [status, body, headers] = list[Math.min(count, list.length - 1)] as Recorded
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } })
  }
}
