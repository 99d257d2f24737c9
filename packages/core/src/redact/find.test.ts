import { expect, test } from 'vitest'
import { strongNames, weakNames } from '../../../../test/redaction/families.ts'
import { eachValue, fold, mayCarry, unescapeAll } from './find.ts'

function valuesOf(text: string): string[] {
  const values: string[] = []
  eachValue(text, (value, isStrong) => values.push(isStrong ? value : `${value}?`))
  return values
}

test('a name does not consume its value: names in the value are found too', () => {
  expect(valuesOf('token=password=hunter2')).toEqual(['password=hunter2', 'hunter2'])
  expect(valuesOf('{"session":{"token":"abcd1","user":{"pin":"1234"}}}')).toEqual(['abcd1', '1234', 'abcd1', '1234'])
  expect(valuesOf('<credentials><secret>abcd</secret></credentials>')).toContain('abcd')
  expect(valuesOf('{"cookie":"a=1; token=abcd"}')).toEqual(['a=1; token=abcd', 'abcd'])
  expect(valuesOf('connection_string: "Server=a;Password=hunter2;Port=1"')).toEqual([
    'Server=a;Password=hunter2;Port=1',
    'hunter2',
  ])
})

test('a name is bounded in length, and found by its end', () => {
  expect(valuesOf(`${'x_'.repeat(50_000)}password=hunter2`)).toEqual(['hunter2'])
  expect(valuesOf('a'.repeat(200_000))).toEqual([])
})

test('a value ends with its line, its pair, or before the next pair', () => {
  expect(valuesOf('password: correct horse\npin: 1234')).toEqual(['correct horse', '1234'])
  expect(valuesOf('password=correct horse pin=1234 user=me')).toEqual(['correct horse', '1234'])
  expect(valuesOf('password=a(b),c;d&pin=1234')).toEqual(['a(b),c;d', '1234'])
  expect(valuesOf('a?token=abcd&b=2')).toEqual(['abcd'])
  expect(valuesOf(`{'password':'abcd','pin':'1234'}`)).toEqual(['abcd', '1234'])
})

test('a type of a variable, an empty value and a closing tag are no values', () => {
  expect(valuesOf('mutation($password: String!) { login(password: $password) }')).toEqual([])
  expect(valuesOf('{"password":"","token":{},"pin":[]}').filter((value) => value !== '')).toEqual([])
  expect(valuesOf('<a></password><b>abcd</b></a>')).toEqual([])
})

test('a list of fields by name has no values', () => {
  expect(valuesOf('{"fields":["password","email","name"],"sort":"token","required":["pin"]}')).toEqual([])
})

test('of an object under a strong name, ordinary words are no secrets', () => {
  expect(valuesOf('{"session":{"user":"alice","theme":"dark"}}')).toEqual(['alice?', 'dark?'])
  expect(valuesOf('{"credentials":{"basic":{"id":"a1b2c3"}}}')).toContain('a1b2c3')
})

test.each([
  ['%41%42%43d', 'ABCd'],
  ['%2541', 'A'],
  ['%25252541', 'A'],
  ['%E5%AF%86%C3%A9', '密é'],
  ['%25E5%25AF%2586', '密'],
  ['\\u0041\\x42\\u{43}%u0044', 'ABCD'],
  ['\\\\u0041', 'A'],
  ['&#65;&#x42;&#x0043;&amp;&lt;&quot;', 'ABC&<"'],
  ['&amp;#65;', 'A'],
  ['\\"a\\/b\\"', '"a/b"'],
  ['%E5%AF', ' '],
  ['100%', '100%'],
  ['%zz', '%zz'],
  ['&#99999999;', ' '],
])('%s is unescaped as %s', (text, plain) => {
  expect(unescapeAll(text).replace(/^ +$/, ' ')).toBe(plain)
  expect(unescapeAll(text, '\0')).toHaveLength(text.length) // every character keeps its place
})

test('texts that hold the same have the same form, and each character of it its place', () => {
  const form = 'abc123'
  for (const text of [
    'abc123',
    'A-B-C-1-2-3',
    'a b\u00A0c/1.2_3',
    'ａｂｃ１２３',
    'a\u200Bb\u034Fc\u3164123',
    '𝐚𝐛𝐜𝟏𝟐𝟑',
  ])
    expect(fold(text).form).toBe(form)
  expect(fold('é').form).toBe(fold('e\u0301').form)
  expect(fold('x-密(Ａ)').at).toEqual([0, 2, 4])
})

test('pairs under names that announce nothing carry no secret; one name that does is enough, wherever it stands', () => {
  const carries = (text: string): boolean => mayCarry({ text, kind: 'text', isPart: false })
  for (const text of ['?page=0', 'page=0&size=20', '?a=&b=x.y-z_1&', 'a=1&b=2']) expect(carries(text), text).toBe(false)
  for (const name of [...strongNames, ...weakNames])
    for (const text of [`${name}=x`, `?${name}=x`, `?a=1&${name}=x`, `?${name}=x&a=1`, `a=1&${name}=x&b=2`])
      expect(carries(text), text).toBe(true)
  // Other notations are searched.
  for (const text of ['?a=%41', '{"a":1}', 'a: 1', '?a', '?a=b=c', '?a=1#b=2', 'a=1\nb=2'])
    expect(carries(text), text).toBe(true)
  for (const kind of ['plain', 'path'] as const) expect(mayCarry({ text: '?token=x', kind, isPart: false })).toBe(false)
  for (const kind of ['header', 'secret', 'opaque'] as const)
    expect(mayCarry({ text: 'page=0', kind, isPart: false })).toBe(true)
})
