import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defects, judge } from './judge.ts'

/** A body as some API sends it with a success. */
interface Success {
  readonly name: string
  readonly status: number
  readonly type: string
  readonly body: string
}

const successes = readFileSync(join(import.meta.dirname, 'successes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Success)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

test('the corpus holds at least 300 different bodies', () => {
  expect(new Set(successes.map(({ body }) => body)).size).toBeGreaterThanOrEqual(300)
})

describe('an ordinary success stays untouched', () => {
  for (const { name, status, type, body } of successes)
    test(`${name}: ${body.slice(0, 60)}`, () => {
      expect(judge(status, body, { 'content-type': type })).toBeUndefined()
      expect(judge(status, new TextEncoder().encode(body), { 'content-type': type })).toBeUndefined()
      const value = parsed(body)
      if (typeof value === 'object') expect(judge(status, value, { 'content-type': type })).toBeUndefined()
    })
})

test('nothing is thrown on the way', () => {
  expect(defects).toEqual([])
})
