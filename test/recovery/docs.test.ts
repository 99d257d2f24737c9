import { readFileSync } from 'node:fs'
import * as recovery from '@unifault/recovery'
import * as redis from '@unifault/redis'
import { describe, expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const snippets = (text: string): string[] => [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = '']) => code)
const headings = (text: string): number[] => [...text.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length)
const codes = (text: string): string[] =>
  [...new Set([...text.replaceAll(/```[^]*?```/g, '').matchAll(/`([\w.]+)`/g)].map(([, code = '']) => code))].sort()

describe('the page on recovery', () => {
  const [english, chinese] = [read('recovery.md'), read('zh/recovery.md')]

  test('says in Chinese what it says in English: the same snippets, headings and names', () => {
    expect(snippets(chinese)).toEqual(snippets(english))
    expect(headings(chinese)).toEqual(headings(english))
    expect(codes(chinese)).toEqual(codes(english))
  })

  test('imports only what there is', () => {
    for (const [, names = '', name] of snippets(english)
      .join('\n')
      .matchAll(/import \{ ([^}]*) \} from '(@unifault\/\w+)'/g))
      for (const each of names.split(', ')) expect(name === '@unifault/redis' ? redis : recovery).toHaveProperty(each)
  })

  test('names every part', () => {
    for (const name of Object.keys({ ...recovery, ...redis })) if (name !== 'memory') expect(english).toContain(name)
  })

  test('points at files that there are', () => {
    for (const [, path = ''] of english.matchAll(/\]\(([^)#]+)\)/g)) if (!path.startsWith('http')) read(path)
  })
})
