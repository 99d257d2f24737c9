import { expect, test } from 'vitest'
import { secretForms } from './secret-forms.ts'

const secret = 'p@ss w/ört!\'()*~ <&"\\>'

/** What the encoders of the world make of it. */
const echoes: Record<string, string> = {
  'as it is': secret,
  'JavaScript encodeURIComponent': encodeURIComponent(secret),
  'a form (URLSearchParams, Java)': new URLSearchParams({ a: secret }).toString().slice(2),
  'Go and PHP rawurlencode (RFC 3986)': 'p%40ss%20w%2F%C3%B6rt%21%27%28%29%2A~%20%3C%26%22%5C%3E',
  'PHP urlencode': 'p%40ss+w%2F%C3%B6rt%21%27%28%29%2A%7E+%3C%26%22%5C%3E',
  'Python quote, which keeps the slash': 'p%40ss%20w/%C3%B6rt%21%27%28%29%2A~%20%3C%26%22%5C%3E',
  'lower-case escapes': 'p%40ss%20w%2f%c3%b6rt%21%27%28%29%2a~%20%3c%26%22%5c%3e',
  'escapes of escapes': encodeURIComponent(encodeURIComponent(secret)),
  'JavaScript encodeURI': encodeURI(secret),
  JSON: JSON.stringify(secret).slice(1, -1),
  'JSON in ASCII (Python)': 'p@ss w/\\u00f6rt!\'()*~ <&\\"\\\\>',
  'JSON in ASCII with escaped slashes (PHP)': 'p@ss w\\/\\u00f6rt!\'()*~ <&\\"\\\\>',
  HTML: "p@ss w/ört!'()*~ &lt;&amp;&quot;\\&gt;",
  'HTML by numbers': 'p@ss w/ört!&#39;()*~ &#60;&#38;&#34;\\&#62;',
  base64: Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  base64url: Buffer.from(secret).toString('base64url'),
  hex: Buffer.from(secret).toString('hex'),
  'capital hex': Buffer.from(secret).toString('hex').toUpperCase(),
}

test.each(Object.entries(echoes))('a secret is known %s', (_encoder, echo) => {
  expect(secretForms(secret)).toContain(echo)
})

test('a plain token has few forms', () => {
  expect([...secretForms('abc123')].toSorted()).toEqual(['616263313233', 'YWJjMTIz', 'abc123'])
})

test('lone surrogates do not throw', () => {
  expect([...secretForms('a\uD800b\uDC00')]).toContain('a\uFFFDb\uFFFD')
})
