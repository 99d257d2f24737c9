// Branch on who has to act. No status, no code and no message is looked at, and both platforms take the same way.
import { type ApiError, installApiErrors, isApiError } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import { openai } from '@unifault/providers/openai'
import axios from 'axios'
import { replay } from './mock/replay.ts'

const nav = 'https://api.bilibili.com/x/web-interface/nav'
const models = 'https://api.openai.com/v1/models'
replay(nav, { body: { code: -101, message: '账号未登录', ttl: 1 } })
replay(models, { status: 401, body: { error: { message: 'Incorrect API key.', code: 'invalid_api_key' } } })

function hint(error: ApiError): string {
  switch (error.category) {
    case 'auth':
      return error.recovery === 'sign-in' ? 'please sign in' : `${error.provider}: ${error.recovery}`
    case 'rate-limit':
      return `come back in ${error.retryAfterMs ?? 60_000} ms`
    case 'param':
      return `please correct ${error.param ?? 'your input'}`
    case 'server':
      return 'please try again later'
  }
}

const api = axios.create()
installApiErrors(api, [bilibili, openai])

for (const url of [nav, models])
  await api.get(url).catch((error: unknown) => {
    if (!isApiError(error)) throw error
    console.log(hint(error))
  })
// prints: please sign in
// prints: openai: fix-config
