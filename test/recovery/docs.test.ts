import { readFileSync } from 'node:fs'
import * as recovery from '@unifault/recovery'
import * as redis from '@unifault/redis'
import { describe, expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const codes = (text: string): string[] =>
  [...new Set([...text.replaceAll(/```[^]*?```/g, '').matchAll(/`([\w.]+)`/g)].map(([, code = '']) => code))].sort()

describe('the page on recovery', () => {
  const [english, chinese] = [read('recovery.md'), read('zh/recovery.md')]

  test('says in Chinese what it says in English: the same names', () => {
    expect(codes(chinese)).toEqual(codes(english))
  })

  test('names every part', () => {
    for (const name of Object.keys({ ...recovery, ...redis })) if (name !== 'memory') expect(english).toContain(name)
  })
})
