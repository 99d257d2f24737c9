import { expect, test } from 'vitest'
import { xmlTags } from './readers.ts'

test.each([
  ['<Error><Code>X</Code><Message>a b</Message></Error>', { Error: { Code: 'X', Message: 'a b' } }],
  ['<?xml version="1.0"?>\n<a>1</a>', { a: '1' }],
  ['  <a/>', { a: '' }],
  ['<a x="1" y=\'2\'/>', { a: { x: '1', y: '2' } }],
  ['<Error code="3001"><Message>m</Message></Error>', { Error: { code: '3001', Message: 'm' } }],
  ['<e n:code="1">words</e>', { e: { code: '1', $: 'words' } }],
  ['<e xmlns="u" xsi:nil="true">words</e>', { e: 'words' }],
  ['<s:a xmlns:s="u"><s:b>1</s:b></s:a>', { a: { b: '1' } }],
  ['<xml><return_code><![CDATA[FAIL]]></return_code></xml>', { xml: { return_code: 'FAIL' } }],
  ['<a><![CDATA[<b>&amp;</b>]]></a>', { a: '<b>&amp;</b>' }],
  ['<a><!-- <b> --><c>1</c></a>', { a: { c: '1' } }],
  ['<a><b>1</b><b>2</b><b>3</b></a>', { a: { b: ['1', '2', '3'] } }],
  ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x4e2d;</a>', { a: '<>&"\'A中' }],
  ['<a>&amp;lt; &amp;#60;</a>', { a: '&lt; &#60;' }],
  ['<a>&unknown; &#x110000; &#;</a>', { a: '&unknown; &#x110000; &#;' }],
  ['<a> padded </a>', { a: 'padded' }],
  ['<a>text<b>1</b>more</a>', { a: { b: '1', $: 'textmore' } }],
  ['<a></a>', { a: '' }],
  ['<a><b/><b>2</b></a>', { a: { b: ['', '2'] } }],
])('%j is read', (text, value) => {
  expect(JSON.parse(JSON.stringify(xmlTags.read?.(text)))).toEqual(value)
})

test.each([
  '',
  'text',
  '{"a":1}',
  '<',
  '<>',
  '</a>',
  '<a>',
  '<a><b></a></b>',
  '<a></b>',
  '<a><b>1</a>',
  '<a',
  '<a><![CDATA[x</a>',
  '<a><!-- x</a>',
  '<!DOCTYPE a><a/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a><!ELEMENT b></a>',
  '<?xml version="1.0"?>',
])('%j is no XML that is read', (text) => {
  expect(xmlTags.read?.(text)).toBeUndefined()
})

test('entities are never expanded', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><lolz>&lol2;</lolz>`
  expect(xmlTags.read?.(laughs)).toBeUndefined()
})

test('tags and depth have a bound', () => {
  expect(xmlTags.read?.(`<a>${'<b/>'.repeat(2047)}</a>`)).toBeTypeOf('object')
  expect(xmlTags.read?.(`<a>${'<b/>'.repeat(2048)}</a>`)).toBeUndefined()
  expect(xmlTags.read?.('<a>'.repeat(32) + '</a>'.repeat(32))).toBeTypeOf('object')
  expect(xmlTags.read?.('<a>'.repeat(33) + '</a>'.repeat(33))).toBeUndefined()
})

test('names of Object.prototype are data', () => {
  const value = xmlTags.read?.('<a><__proto__>1</__proto__><constructor>2</constructor></a>') as { a: object }
  expect(Object.keys(value.a)).toEqual(['__proto__', 'constructor'])
  expect(({} as { 1?: unknown })['1']).toBeUndefined()
})

test('a document cut anywhere is not read, and does not throw', () => {
  const text = '<?xml version="1.0"?><a x="1"><b><![CDATA[1]]></b><!-- c --><d>&amp;</d></a>'
  for (let end = 0; end < text.length; end++) expect(xmlTags.read?.(text.slice(0, end))).toBeUndefined()
})

test('long broken texts come to an end', () => {
  for (const part of ['<a ', '<![CDATA[', '<!--', '&lt;', '&#', '<a>x'])
    expect(xmlTags.read?.(`<a>${part.repeat(200_000)}`)).toBeUndefined()
})
