import { describe, expect, test } from 'vitest'
import { failures } from './failures.ts'
import { defects, judge } from './judge.ts'

describe('an error of a host that nobody knows', () => {
  for (const [name, status, body, reason, code, headers] of failures)
    test(name, () => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const error = judge(status, text, headers)
      expect(error).toMatchObject({ reason, provider: 'generic' })
      if (code !== undefined) expect(error?.code).toBe(code)
      if (typeof body === 'object') expect(judge(status, body, headers)).toMatchObject({ reason, code: error?.code })
    })
})

test('says what decided: the code by its own words, the message, or the status', () => {
  expect(judge(200, { code: 'ACQ.TRADE_NOT_EXIST', message: 'no' })?.matchedBy).toMatchObject({
    by: 'code',
    dialect: 'body',
    row: { code: 'not-found' },
  })
  expect(judge(200, { errcode: 40014, errmsg: 'invalid access_token' })?.matchedBy.by).toBe('message')
  expect(judge(200, { errcode: 7, errmsg: '该活动尚未开始，不能报名' })?.matchedBy).toMatchObject({
    by: 'words',
    confidence: expect.any(Number) as number,
  })
  expect(judge(500, { errcode: 1, errmsg: 'oh no' })?.matchedBy.by).toBe('status')
})

test('reads the wait, the request id and the parameters where they usually stand', () => {
  const error = judge(429, {
    request_id: 'r-1',
    retry_after: 1.5,
    errors: [{ field: 'email', code: 'invalid', message: 'is invalid' }],
  })
  expect(error).toMatchObject({ requestId: 'r-1', retryAfterMs: 1500 })
  expect(error?.issues).toEqual([{ param: 'email', code: 'invalid', message: 'is invalid' }])
})

test('nothing is thrown on the way', () => {
  expect(defects).toEqual([])
})
