import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { categoryOf } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { defects, judge } from './judge.ts'

/** An error of a platform that the catalog may not know. `expected` is a category, a reason, or reasons that are all right. */
interface Envelope {
  readonly name: string
  readonly status: number
  readonly body: string | object
  readonly expected: string | readonly string[]
  readonly code?: string
  readonly headers?: Readonly<Record<string, string>>
}

const envelopes = readFileSync(join(import.meta.dirname, 'envelopes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Envelope)
const categories = ['auth', 'rate-limit', 'param', 'server']

function check({ status, body, expected, code, headers }: Envelope): void {
  const bodies = typeof body === 'string' ? [body] : [JSON.stringify(body), body]
  for (const one of bodies) {
    const error = judge(status, one, headers)
    expect(error).toBeDefined()
    if (typeof expected === 'string' && categories.includes(expected)) expect(error?.category).toBe(expected)
    else {
      const reasons = [expected].flat()
      expect(reasons.map((reason) => categoryOf(reason))).not.toContain(undefined)
      expect(reasons).toContain(error?.reason)
    }
    if (code !== undefined) expect(error?.code).toBe(code)
  }
}

describe('an error below 400 of a platform that nobody knows', () => {
  for (const one of envelopes.filter(({ status }) => status < 400)) test(one.name, () => check(one))
})

describe('a refusal whose words say more than its status', () => {
  for (const one of envelopes.filter(({ status }) => status >= 400)) test(one.name, () => check(one))
})

test('nothing is thrown on the way', () => {
  expect(defects).toEqual([])
})
