import { expect, test } from 'vitest'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope } from '../provider/envelope.ts'
import { createClassifier } from './create-classifier.ts'

const dialects = [envelope({ code: 'code' })]
const bilibili = defineProvider({ id: 'bilibili', dialects, hosts: ['bilibili.com', 'hdslb.com'] })
const passport = defineProvider({ id: 'passport', dialects, hosts: ['passport.bilibili.com'] })
const chinese = defineProvider({ id: 'chinese', dialects, hosts: ['xn--fsqu00a.cn'] })
const local = defineProvider({ id: 'local', dialects, hosts: ['localhost', '127.0.0.1'] })
const hostless = defineProvider({ id: 'hostless', dialects })
const fallback = defineProvider({ id: 'fallback', dialects })
const list = [hostless, bilibili, passport, chinese, local]
const classify = createClassifier(list, { fallback })

function judgeOf(url: unknown): string | undefined {
  return classify({ url: url as string, method: 'GET', status: 200, headers: {}, body: { code: 5 } })?.provider
}

const hosts: [string, string][] = [
  ['https://bilibili.com/', 'bilibili'],
  ['https://bilibili.com', 'bilibili'],
  ['https://bilibili.com?x', 'bilibili'],
  ['https://bilibili.com#x', 'bilibili'],
  ['http://api.bilibili.com/x?y', 'bilibili'],
  ['https://a.b.c.bilibili.com/', 'bilibili'],
  ['https://i0.hdslb.com/', 'bilibili'],
  ['HTTPS://API.BiliBili.COM/X', 'bilibili'],
  ['https://api.bilibili.com:8443/x', 'bilibili'],
  ['https://api.bilibili.com./x', 'bilibili'],
  ['https://user:pass@api.bilibili.com/x', 'bilibili'],
  ['https://evil.com@api.bilibili.com/x', 'bilibili'],
  ['https:\\\\api.bilibili.com\\x', 'bilibili'],
  ['https:api.bilibili.com/x', 'bilibili'],
  ['https:///api.bilibili.com/x', 'bilibili'],
  ['  https://api.bilibili.com/x', 'bilibili'],
  ['https://api.bili\tbili.com/x', 'bilibili'],
  ['https://api.bili%62ili.com/x', 'bilibili'],
  ['wss://api.bilibili.com/x', 'bilibili'],
  ['https://passport.bilibili.com/', 'passport'],
  ['https://x.passport.bilibili.com/', 'passport'],
  ['https://xpassport.bilibili.com/', 'bilibili'],
  ['https://例子.cn/', 'chinese'],
  ['https://XN--FSQU00A.CN/', 'chinese'],
  ['https://api.例子。cn/', 'chinese'],
  ['http://localhost:3000/', 'local'],
  ['http://127.0.0.1:3000/', 'local'],
  ['http://127.1/', 'local'],
  ['http://2130706433/', 'local'],
  ['http://0x7f.1/', 'local'],
  ['https://evilbilibili.com/', 'fallback'],
  ['https://bilibili.com.evil.com/', 'fallback'],
  ['https://bilibili.com-evil.com/', 'fallback'],
  ['https://bilibili.co/', 'fallback'],
  ['https://com/', 'fallback'],
  ['https://bilibili.com@evil.com/', 'fallback'],
  ['https://bilibili.com:x@evil.com/', 'fallback'],
  ['https://evil.com/bilibili.com/', 'fallback'],
  ['https://evil.com?bilibili.com/', 'fallback'],
  ['https://evil.com#@bilibili.com/', 'fallback'],
  ['https://evil.com?@bilibili.com/', 'fallback'],
  ['https://evil.com\\@bilibili.com/', 'fallback'],
  ['https:///evil.com/@bilibili.com/', 'fallback'],
  ['https://evil.com/https://bilibili.com/', 'fallback'],
  ['https://bilibiⅼi.com.evil/', 'fallback'],
  ['https://bіlibili.com/', 'fallback'],
  ['http://[::1]/', 'fallback'],
  ['http://[::ffff:127.0.0.1]:80/', 'fallback'],
  ['http://[fe80::1%25eth0]/', 'fallback'],
  ['/relative/bilibili.com', 'fallback'],
  ['//bilibili.com/x', 'fallback'],
  ['bilibili.com/x', 'fallback'],
  ['/?u=https://bilibili.com/', 'fallback'],
  ['', 'fallback'],
  ['https://', 'fallback'],
  ['https://bilibili.com:99999/', 'fallback'],
  ['https://bilibili .com/', 'fallback'],
  ['data:text/plain,https://bilibili.com/', 'fallback'],
  ['blob:https://bilibili.com/uuid', 'fallback'],
  ['about:blank', 'fallback'],
]

test.each(hosts)('%j is judged by %s, asked twice, also as a URL', (url, id) => {
  expect([judgeOf(url), judgeOf(url)]).toEqual([id, id])
  if (URL.canParse(url)) expect(judgeOf(new URL(url))).toBe(id)
})

test('an order of questions does not change an answer', () => {
  const shuffled = [...hosts, ...hosts.toReversed(), ...hosts]
  for (const [url, id] of shuffled) expect(judgeOf(url), url).toBe(id)
})

test('two hosts behind an empty authority are not mixed up', () => {
  const one = createClassifier(list, { fallback })
  const ask = (url: string) => one({ url, method: 'GET', status: 200, headers: {}, body: { code: 5 } })?.provider
  expect([ask('https:///bilibili.com/'), ask('https:///evil.com/'), ask('https:///passport.bilibili.com/')]).toEqual([
    'bilibili',
    'fallback',
    'passport',
  ])
})

test.each([undefined, null, 5, {}, [], Symbol('x'), { href: 5 }])('the URL %o is judged by the fallback', (url) => {
  expect(judgeOf(url)).toBe('fallback')
})

test('thousands of hosts do not change an answer', () => {
  for (let index = 0; index < 3000; index++) {
    expect(judgeOf(`https://h${index}.bilibili.com/`)).toBe('bilibili')
    expect(judgeOf(`https://h${index}.example/`)).toBe('fallback')
  }
  expect(judgeOf(`https://${'a.'.repeat(100)}bilibili.com/`)).toBe('bilibili')
})

test('a bound provider judges every URL', () => {
  const bound = createClassifier(bilibili)
  for (const url of ['https://other.example/', '', undefined, 'https://bilibili.com/'])
    expect(bound({ url, method: 'GET', status: 200, headers: {}, body: { code: 5 } })?.provider).toBe('bilibili')
})

const narrow = defineProvider({
  id: 'narrow',
  hosts: ['shop.example'],
  dialects: [
    envelope({ name: 'pay', hosts: ['pay.*'], code: 'code' }),
    envelope({ name: 'share', paths: ['/share/*'], code: 'code' }),
    envelope({ name: 'both', hosts: ['api.shop.example'], paths: ['/v1/*', '/v2/*'], code: 'code' }),
    envelope({ name: 'rest', code: 'code' }),
  ],
})

test.each([
  ['https://pay.shop.example/', 'pay'],
  ['https://PAY.shop.example./', 'pay'],
  ['https://shop.example/share/x', 'share'],
  ['https://shop.example./share/x?y=/v1/', 'share'],
  ['https://api.shop.example/v1/x', 'both'],
  ['https://api.shop.example./v2/x', 'both'],
  ['https://api.shop.example/v3/x', 'rest'],
  ['https://shop.example/v1/x', 'rest'],
  ['https://shop.example/?p=/share/x', 'rest'],
  ['https://shop.example/#/share/x', 'rest'],
  ['https://elsewhere.example/anything', 'pay'],
  ['https://evilshop.example/', 'pay'],
  ['', 'pay'],
])('on %j the dialect %s judges: hosts and paths narrow on own hosts alone', (url, dialect) => {
  const bound = createClassifier(narrow)
  for (const asked of [url, url, ...(URL.canParse(url) ? [new URL(url)] : [])])
    expect(bound({ url: asked, method: 'GET', status: 200, headers: {}, body: { code: 5 } })?.matchedBy.dialect).toBe(
      dialect,
    )
})
