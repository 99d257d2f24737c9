import { expect, test } from 'vitest'
import { wordMessage } from './word-message.ts'

test.each([
  ['bilibili', '-101', 'unauthenticated', 200, '账号未登录', 'bilibili -101: unauthenticated (HTTP 200): 账号未登录'],
  ['bilibili', '-101', 'unauthenticated', 200, undefined, 'bilibili -101: unauthenticated (HTTP 200)'],
  ['bilibili', undefined, 'internal', 500, undefined, 'bilibili: internal (HTTP 500)'],
  [undefined, 'ECONNREFUSED', 'network', undefined, undefined, 'ECONNREFUSED: network'],
  [undefined, undefined, 'not-found', 404, 'gone', 'not-found (HTTP 404): gone'],
  [undefined, undefined, 'timeout', undefined, undefined, 'timeout'],
] as const)('the message of %s %s %s %s %s is "%6$s"', (provider, code, reason, status, words, message) => {
  expect(wordMessage(provider, code, reason, status, words)).toBe(message)
})
