import { replay } from './replay.ts'

replay('http://localhost:5173/api/bili/x/web-interface/nav', { code: -101, message: '账号未登录', ttl: 1 })
replay('http://localhost:5173/api/other', { code: -101 })
