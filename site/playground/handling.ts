// The code that handles an error, for each client.
import type { ApiError } from '@unifault/core'
import type { Language } from '../words.ts'

export type Client = 'axios' | 'ky' | 'fetch'
export const clients: readonly Client[] = ['axios', 'ky', 'fetch']

const comments = {
  en: {
    'sign-in': 'send the user to sign in',
    'refresh-token': 'refresh the token, then send the request again',
    'start-over': 'begin the authorization anew',
    'fix-config': 'a person has to correct the configuration: tell the team',
    'ask-user': 'the user has to act: show what is asked',
    'sign-again': 'correct the clock, sign the request anew, and send it again',
    'request-access': 'ask for the missing right; repeating does not help',
    wait: 'wait, then ask again',
    pay: 'the account of the API has to be topped up',
    'fix-request': 'correct the request; repeating it does not help',
    retry: 'try again later, if repeating does no harm',
    report: 'nobody knows this error: log it with its request id',
  },
  zh: {
    'sign-in': '引导用户登录',
    'refresh-token': '刷新凭证，然后重新发送请求',
    'start-over': '重新开始授权',
    'fix-config': '需要人工修正配置：通知开发者',
    'ask-user': '需要用户操作：给出提示',
    'sign-again': '校准时间，重新签名后再发送',
    'request-access': '申请缺少的权限；重试没有用',
    wait: '等待之后再请求',
    pay: '需要为 API 账户充值',
    'fix-request': '修改请求；原样重试没有用',
    retry: '如果重复请求无害，稍后再试',
    report: '未知错误：连同请求 ID 一起记录下来',
  },
} as const satisfies Record<Language, Record<ApiError['recovery'], string>>

/** @param provider the id of the provider that judged; undefined: only `generic` knows the answer */
export function handlingOf(error: ApiError, client: Client, provider: string | undefined, language: Language): string {
  const name = (provider ?? 'generic').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const { url = 'https://api.example.com/', method } = error.request
  const { imports, call } = callOf(client, name, url, method.toLowerCase() || 'get')
  const { code, matchedBy } = error
  const isOfTable =
    provider !== undefined && error.provider === provider && matchedBy.by === 'code' && code !== undefined
  const test = isOfTable ? `isApiError(error, ${name}, ${quote(code)})` : 'isApiError(error)'
  const wait = error.retryAfterMs === undefined ? '' : '\n    console.log(error.retryAfterMs) // ms'
  return `${imports}
import { ${name} } from '@unifault/providers/${provider ?? 'generic'}'

try {
${call}
} catch (error) {
  if (!isApiError(error)) throw error
  if (${isOfTable ? test : `error.reason === ${quote(error.reason)}`}) {
    // ${comments[language][error.recovery]}${wait}
  } else {
    console.log(error.category, error.reason, error.requestId)
  }
}
`
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}

function callOf(client: Client, name: string, url: string, method: string): { imports: string; call: string } {
  const address = quote(url)
  switch (client) {
    case 'axios':
      return {
        imports: `import { installApiErrors, isApiError } from '@unifault/axios'\nimport axios from 'axios'`,
        call: `  const api = axios.create()\n  installApiErrors(api, ${name})\n  await api.request({ method: '${method}', url: ${address} })`,
      }
    case 'ky':
      return {
        imports: `import { isApiError, wrapKy } from '@unifault/ky'\nimport ky from 'ky'`,
        call: `  const api = wrapKy(ky, ${name})\n  await api(${address}, { method: '${method}' }).json()`,
      }
    case 'fetch':
      return {
        imports: `import { isApiError, wrapFetch } from '@unifault/fetch'`,
        call: `  const api = wrapFetch(fetch, ${name})\n  await (await api(${address}, { method: '${method.toUpperCase()}' })).json()`,
      }
  }
}
