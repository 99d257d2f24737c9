// What a program does about a reason, in words and as code.
import type { Recovery, Retry } from '@unifault/core'

type Said = Readonly<Record<'en' | 'zh', string>>

/** What may be done again. */
export const retryWords: Readonly<Record<Retry, Said>> = {
  'after-wait': {
    en: 'repeat it after the wait (error.retryAfterMs), or a back-off',
    zh: '等待后重试（error.retryAfterMs，或退避）',
  },
  'if-idempotent': {
    en: 'repeat it where that does no harm (error.isRetryable)',
    zh: '重复无害时可重试（error.isRetryable）',
  },
  'after-recovery': { en: 'repeat it once, after the recovery', zh: '恢复之后重试一次' },
  poll: { en: 'ask for the result later; never send the request again', zh: '稍后查询结果，不要重发请求' },
  never: { en: 'do not repeat it: the answer will not change', zh: '不要重试：结果不会改变' },
}

/** The way out. */
export const recoveryWords: Readonly<Record<Recovery, Said>> = {
  'sign-in': { en: 'let the user sign in', zh: '让用户登录' },
  'refresh-token': { en: 'get a new token', zh: '刷新令牌' },
  'start-over': { en: 'begin the authorization anew', zh: '重新开始授权流程' },
  'fix-config': { en: 'correct the credentials or settings of your app', zh: '修正应用的凭据或配置' },
  'ask-user': { en: 'tell the user, who has to act', zh: '告知用户，由用户处理' },
  'sign-again': { en: 'sign the request again, with the right time', zh: '校准时间后重新签名' },
  'request-access': { en: 'ask for the permission', zh: '申请权限' },
  wait: { en: 'let the time pass', zh: '等待一段时间' },
  pay: { en: 'top up the account or change the plan', zh: '充值或更换套餐' },
  'fix-request': { en: 'correct the request', zh: '修正请求' },
  retry: { en: 'try again later', zh: '稍后再试' },
  report: { en: 'report it: no table knows the code', zh: '上报：码表中没有此码' },
}

/** The name under which a provider's module exports it. */
export function exportOf(provider: string): string {
  return provider.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase())
}

/** A program that meets the code. */
export function exampleOf(provider: string, code: string, retry: Retry, recovery: Recovery): string[] {
  const name = exportOf(provider)
  return [
    "import { isApiError } from '@unifault/fetch' // or @unifault/axios, @unifault/ky",
    `import { ${name} } from '@unifault/providers/${provider}'`,
    '',
    `if (isApiError(error, ${name}, ${quoted(code)})) {`,
    `  // ${retryWords[retry].en}; ${recoveryWords[recovery].en}`,
    '}',
  ]
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
