import { expect, test } from 'vitest'
import { html } from './readers.ts'

test.each([
  [
    '<!DOCTYPE html><html><head><title>验证码_哔哩哔哩</title></head><body>x</body></html>',
    '验证码_哔哩哔哩',
    '验证码_哔哩哔哩 x',
  ],
  ['<html><title lang="en"> 502\n Bad  Gateway </title><h1>502</h1>', '502 Bad Gateway', '502 Bad Gateway 502'],
  ['\n <!-- a --><html><body>a<br/>b</body>', '', 'a b'],
  ['<head><script>var a="<b>x</b>"</script><style>p{}</style></head><p>shown</p>', '', 'shown'],
  ['<HTML><TITLE>A</TITLE><SCRIPT>hidden</SCRIPT>B', 'A', 'A B'],
  ['<center>a &lt;b&gt; &amp;amp; &quot;c&#39; &nbsp;d</center>', '', 'a <b> &amp; "c\' d'],
  ['<body>cut <b', '', 'cut'],
  ['<body>a<script>never closed', '', 'a'],
  ['<html>', '', ''],
  ['<title>unclosed', '', 'unclosed'],
  ['<meta charset="utf-8">x', '', 'x'],
])('%j is read', (text, title, words) => {
  expect(html.read?.(text)).toEqual({ title, text: words })
})

test.each([
  '',
  'text',
  '{"a":"<html>"}',
  '<xml><a/></xml>',
  '<Error><Code>1</Code></Error>',
  '<?xml version="1.0"?><a/>',
  'x<html>',
])('%j is no page', (text) => {
  expect(html.read?.(text)).toBeUndefined()
})

test('long and broken pages come to an end', () => {
  for (const part of ['<', '<script>', '<script></script', '<title', '</', '<!--', '&lt;', ' \n'])
    expect(html.read?.(`<html>${part.repeat(300_000)}`)).toBeTypeOf('object')
})
