import { expect, test } from 'vitest'
import { compileGlob } from './glob.ts'

test.each([
  ['/a', '/a', true],
  ['/a', '/a/', false],
  ['/a', '/A', false],
  ['/a/*', '/a/', true],
  ['/a/*', '/a/b/c', true],
  ['/a/*', '/a', false],
  ['*/b', '/a/b', true],
  ['*/b', '/a/bc', false],
  ['/a/*/c', '/a/b/c', true],
  ['/a/*/c', '/a//c', true],
  ['/a/*/c', '/a/c', false],
  ['*', '', true],
  ['*', 'anything', true],
  ['', '', true],
  ['', 'x', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['a*b*a', 'aba', true],
  ['a*b*a', 'aa', false],
  ['ab*ba', 'aba', false],
  ['**', 'x', true],
  ['a**b', 'ab', true],
  ['a.c', 'abc', false],
  ['a+', 'aa', false],
  ['[a]', 'a', false],
])('%j on %j is %s', (pattern, text, matches) => {
  expect(compileGlob(pattern)(text)).toBe(matches)
})

test('many stars on a long text come to an end', () => {
  expect(compileGlob(`${'a*'.repeat(50)}b`)('a'.repeat(200_000))).toBe(false)
})
