import { expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { readPlainly } from './plain-words.ts'
import { proposeReason } from './propose-reason.ts'
import { hintOfName } from './hint-of-name.ts'

test.each([
  ['实例正在创建中，不允许该操作', 'in-progress'],
  ['Operation failed: another task is running on the instance', 'in-progress'],
  ['Too many new orders; current limit is 10 orders per 10s.', 'throttled'],
  ['短信验证码错误', 'credentials-invalid'],
  ['账户有未支付订单', 'payment-required'],
  ['The instance has unpaid scale up orders', 'payment-required'],
  ['Invalid access token', 'token-invalid'],
  ['The queue name cannot be empty', 'missing-parameter'],
  ['资源正在使用中', 'precondition-failed'],
  ['节点状态不支持此操作', 'precondition-failed'],
  ['存在监听器，不支持当前操作', 'precondition-failed'],
  ['The current status of the instance does not support this action', 'precondition-failed'],
  ['The sip channel is still in use', 'precondition-failed'],
  ['The provided image may violate Google Ads policies', 'content-rejected'],
  ['Remarketing list id must be null', 'invalid-parameter'],
  ['The start time must be less than the end time', 'out-of-range'],
  ['start time must less than end time', 'out-of-range'],
  ['The description is not valid because it exceeds the maximum length', 'out-of-range'],
  ['The description cannot be more than 80 characters', 'out-of-range'],
  ['参数不支持同时指定', 'invalid-parameter'],
  ['The parameters cannot be specified at the same time', 'invalid-parameter'],
])('%s says %s plainly', (text, reason) => {
  expect(readPlainly(text)).toBe(reason)
})

test.each([
  'The group name is already in use',
  'The value must be between 1 and 5 or empty',
  'The system is being upgraded, maintenance is in progress',
  '资源已售罄，正在补货中',
  '实例类型不支持设置 HighDensityMode 状态',
  'Both address and geoPoint cannot be null',
  'Incorrect password format',
  '欠费状态不支持该操作',
  'Order status error. Only unpaid orders support payment.',
  'There cannot be more than one operation per request',
  '资源ID和函数名参数不能同时为空',
  'Way too many requests: the IP is banned',
])('%s says nothing of the kind', (text) => {
  expect(readPlainly(text)).toBeUndefined()
})

test('plain words stand before learned ones, and against a publisher nobody decides', () => {
  const learned = () => ({ reason: 'precondition-failed', confidence: 0.99 }) as const
  const entry = { code: 'A.B', zh: '', en: 'The volume is being deleted', path: 'a' }
  expect(proposeReason(entry, learned).reason).toBe('in-progress')
  const denied: Entry = { ...entry, hint: { reason: 'permission-denied', strong: true, admits: new Set() } }
  expect(proposeReason(denied, learned).reason).toBeUndefined()
})

test('a missing feature is a right that is missing, a refresh token that was used a spent grant', () => {
  expect(hintOfName('NETWORK_MISSING_PUBLISHER_FEATURE')?.reason).toBe('permission-denied')
  expect(hintOfName('refresh_token_already_used')?.reason).toBe('grant-invalid')
})
