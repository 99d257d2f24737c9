import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['a colour', '\u001B[31mred\u001B[0m', 'red'],
  ['a cursor movement', 'a\u001B[2J\u001B[1;1Hb', 'a b'],
  ['a window title that ends with BEL', 'a\u001B]0;owned\u0007b', 'a b'],
  ['a link that ends with ST', '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\', 'click'],
  ['an OSC without an end', 'ok\u001B]0;rest of it', 'ok'],
  ['a C1 control sequence', 'a\u009B31mb', 'a 31mb'],
  ['a lone ESC', 'a\u001Bb', 'a b'],
  ['line ends of all kinds', 'a\r\nb\u2028c\u2029d\u0085e\vf\fg', 'a b c d e f g'],
  ['a NUL and a DEL', 'a\u0000b\u007Fc', 'a b c'],
  ['bidi overrides and isolates', 'a\u202Eb\u2066c\u2069d\u200Ee\u061Cf', 'a b c d e f'],
  ['zero-width characters', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf', 'a b c d e f'],
  ['a soft hyphen and a Mongolian vowel separator', 'a\u00ADb\u180Ec', 'a b c'],
  ['tag characters', 'a\u{E0041}\u{E007F}b', 'a b'],
  ["the supplement's variation selectors", 'a\u{E0100}\u{E01EF}b', 'a b'],
  ['interlinear annotation', 'a\uFFF9b\uFFFAc\uFFFBd', 'a b c d'],
  ['tabs and runs of spaces', '  a\t\t b   c  ', 'a b c'],
])('%s is taken out', (_name, text, plain) => {
  expect(plainText(text)).toBe(plain)
})

test.each(['账号未登录', 'Ünïcödé', '😀 ok', 'a-b_c.d', 'café', '한국어', 'עברית'])('%s stays as it is', (text) => {
  expect(plainText(text)).toBe(text)
})

test('lone surrogates become replacement characters', () => {
  expect(plainText('a\uD800b')).toBe('a\uFFFDb')
  expect(plainText('\uDC00')).toBe('\uFFFD')
})

test('taking out one sequence does not make another', () => {
  expect(plainText('\u001B\u001B[31m[31mx')).not.toMatch(/\u001B/)
  expect(plainText('\u001B[\u001B[31m31mx')).not.toMatch(/\u001B/)
})
