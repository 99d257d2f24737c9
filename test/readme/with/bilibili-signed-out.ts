import { replay } from './replay.ts'

replay('https://api.bilibili.com/x/web-interface/nav', { code: -101, message: '账号未登录', ttl: 1 })
