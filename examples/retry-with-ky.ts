// ky repeats a call by its own rules, now also when the body of an HTTP 200 says "too many requests".
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import ky from 'ky'

const answers = [
  Response.json({ code: -509, message: '请求过于频繁，请稍后再试', ttl: 1 }, { headers: { 'retry-after': '1' } }),
  Response.json({ code: 0, message: '0', ttl: 1, data: { name: '碧诗' } }),
]
const fetch = async (): Promise<Response> => answers.shift() as Response // stands for the network; in life, leave it out

const api = wrapKy(ky.create({ prefix: 'https://api.bilibili.com', retry: { limit: 2 }, fetch }), bilibili).extend({
  hooks: { beforeRetry: [({ error }) => console.log(`waiting: ${error.message}`)] },
})

const { data } = await api.get('x/space/acc/info').json<{ data: { name: string } }>()
console.log(`then: ${data.name}`)
// prints: waiting: bilibili -509: throttled (HTTP 200): 请求过于频繁，请稍后再试
// prints: then: 碧诗
