// Branch on who has to act. No status, no code and no message is looked at.
import { installApiErrors, isApiError } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import { replay } from './mock/replay.ts'

replay('https://api.bilibili.com/x/web-interface/nav', { body: { code: -101, message: '账号未登录', ttl: 1 } })

const api = axios.create({ baseURL: 'https://api.bilibili.com' })
installApiErrors(api, bilibili)

try {
  await api.get('/x/web-interface/nav')
} catch (error) {
  if (!isApiError(error)) throw error
  switch (error.category) {
    case 'auth':
      console.log(`sign in, please (${error.reason})`)
      break
    case 'rate-limit':
      console.log(`come back in ${error.retryAfterMs ?? 60_000} ms`)
      break
    case 'param':
      console.log(`please correct ${error.param ?? 'your input'}`)
      break
    case 'server':
      console.log('please try again later')
      break
  }
}
// prints: sign in, please (unauthenticated)
