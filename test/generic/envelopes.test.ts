import { categoryOf } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { type Envelope, refused, silent } from './envelopes.ts'
import { defects, judge } from './judge.ts'

const categories = ['auth', 'rate-limit', 'param', 'server']

function check([, status, body, expected, code, headers]: Envelope): void {
  const bodies = typeof body === 'string' ? [body] : [JSON.stringify(body), body]
  for (const one of bodies) {
    const error = judge(status, one, headers)
    expect(error).toBeDefined()
    if (typeof expected === 'string' && categories.includes(expected)) expect(error?.category).toBe(expected)
    else {
      const reasons = [expected].flat() as string[]
      expect(reasons.every((reason) => categoryOf(reason) !== undefined)).toBe(true)
      expect(reasons).toContain(error?.reason)
    }
    if (code !== undefined) expect(error?.code).toBe(code)
  }
}

describe('an error below 400 of a platform that nobody knows', () => {
  for (const one of silent) test(one[0], () => check(one))
})

describe('a refusal whose words say more than its status', () => {
  for (const one of refused) test(one[0], () => check(one))
})

test('nothing is thrown on the way', () => {
  expect(defects).toEqual([])
})
