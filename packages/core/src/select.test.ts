import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { createClassifier } from './classify.ts'
import type { Dialect, Fault } from './dialect.ts'
import { defineProvider, type Provider, withHosts } from './provider.ts'
import { judgeOf, reasonOfRules, selector } from './select.ts'

const dialects: Dialect[] = [{ code: 'code' }]
const bilibili = defineProvider({ id: 'bilibili', dialects, hosts: ['bilibili.com', 'hdslb.com'] })
const passport = defineProvider({ id: 'passport', dialects, hosts: ['passport.bilibili.com'] })
const chinese = defineProvider({ id: 'chinese', dialects, hosts: ['xn--fsqu00a.cn'] })
const local = defineProvider({ id: 'local', dialects, hosts: ['localhost', '127.0.0.1'] })
const hostless = defineProvider({ id: 'hostless', dialects })
const list = [hostless, bilibili, passport, chinese, local]
const select = selector(list)

function judgeOfUrl(url: unknown, by: (url: unknown) => ReturnType<typeof select> = select): string | undefined {
  return by(url)?.judge.provider.id
}

describe('a list is asked by host', () => {
  const hosts: [string, string | undefined][] = [
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
    ['https://evilbilibili.com/', undefined],
    ['https://bilibili.com.evil.com/', undefined],
    ['https://bilibili.com-evil.com/', undefined],
    ['https://bilibili.co/', undefined],
    ['https://com/', undefined],
    ['https://bilibili.com@evil.com/', undefined],
    ['https://bilibili.com:x@evil.com/', undefined],
    ['https://evil.com/bilibili.com/', undefined],
    ['https://evil.com?bilibili.com/', undefined],
    ['https://evil.com#@bilibili.com/', undefined],
    ['https://evil.com?@bilibili.com/', undefined],
    ['https://evil.com\\@bilibili.com/', undefined],
    ['https:///evil.com/@bilibili.com/', undefined],
    ['https://evil.com/https://bilibili.com/', undefined],
    ['https://bilibiⅼi.com.evil/', undefined],
    ['https://bіlibili.com/', undefined],
    ['http://[::1]/', undefined],
    ['http://[::ffff:127.0.0.1]:80/', undefined],
    ['http://[fe80::1%25eth0]/', undefined],
    ['/relative/bilibili.com', undefined],
    ['//bilibili.com/x', undefined],
    ['bilibili.com/x', undefined],
    ['/?u=https://bilibili.com/', undefined],
    ['', undefined],
    ['https://', undefined],
    ['https://bilibili.com:99999/', undefined],
    ['https://bilibili .com/', undefined],
    ['data:text/plain,https://bilibili.com/', undefined],
    ['blob:https://bilibili.com/uuid', undefined],
    ['about:blank', undefined],
  ]

  test.each(hosts)('%j is judged by %s, asked twice, also as a URL', (url, id) => {
    expect([judgeOfUrl(url), judgeOfUrl(url)]).toEqual([id, id])
    if (URL.canParse(url)) expect(judgeOfUrl(new URL(url))).toBe(id)
  })

  test('in any order of questions', () => {
    for (const [url, id] of [...hosts, ...hosts.toReversed(), ...hosts]) expect(judgeOfUrl(url), url).toBe(id)
  })

  test.each([undefined, null, 5, {}, [], Symbol('x'), { href: 5 }])('%o is judged by nobody', (url) => {
    expect(judgeOfUrl(url)).toBeUndefined()
  })

  test('of thousands', () => {
    for (let index = 0; index < 3000; index++) {
      expect(judgeOfUrl(`https://h${index}.bilibili.com/`)).toBe('bilibili')
      expect(judgeOfUrl(`https://h${index}.example/`)).toBeUndefined()
    }
    expect(judgeOfUrl(`https://${'a.'.repeat(100)}bilibili.com/`)).toBe('bilibili')
  })

  test('whatever its provider inherits: only own properties count', () => {
    const odd = Object.create({ hosts: ['evil.example'], places: ['/evil'] }) as Provider
    const asked = selector([Object.assign(odd, { id: 'odd', dialects })])
    expect(judgeOfUrl('https://evil.example/', asked)).toBeUndefined()
    expect(judgeOfUrl('/evil/x', asked)).toBeUndefined()
  })
})

test('one provider judges every URL', () => {
  const bound = selector(bilibili)
  for (const url of ['https://other.example/', '', undefined, 'https://bilibili.com/', Symbol('x')])
    expect(judgeOfUrl(url, bound)).toBe('bilibili')
})

test('an origin is remembered only as it is written whole', () => {
  const one = defineProvider({ id: 'one', hosts: ['shop.co'], dialects })
  const other = defineProvider({ id: 'other', hosts: ['shop.com'], dialects })
  const asked = selector([one, other])
  const urls: [string, string | undefined][] = [
    ['https://shop.co/x', 'one'],
    ['https://shop.com', 'other'],
    ['https://shop.com?x=/y', 'other'],
    ['https://shop.com/x', 'other'],
    ['https://shop.co', 'one'],
    ['https://shop.co@shop.com/x', 'other'],
    ['https://shop.co\\@shop.com/x', 'one'],
    ['https:///shop.com/x', 'other'],
    ['https:///shop.co/x', 'one'],
    ['https://shop.co:8443/x', 'one'],
    ['https://evil.example/https://shop.co/x', undefined],
    ['//shop.co/x', undefined],
  ]
  for (const [url, id] of [...urls, ...urls.toReversed()]) expect(judgeOfUrl(url, asked), url).toBe(id)
})

describe('providers that cannot stand side by side', () => {
  test.each<[unknown, string]>([
    [undefined, '`providers` must be made by `defineProvider`, got undefined'],
    [{}, '`providers` must be made by `defineProvider`, got {}'],
    [{ id: 'x', dialects: [] }, '`providers` must be made by `defineProvider`, got {"id":"x","dialects":[]}'],
    [[bilibili, undefined], '`providers[1]` must be made by `defineProvider`, got undefined'],
    [[bilibili, { id: 'x' }], '`providers[1]` must be made by `defineProvider`, got {"id":"x"}'],
    [[bilibili, bilibili], '`providers[1].id` must be unlike the ids before it, got "bilibili"'],
    [
      [bilibili, { ...bilibili, id: 'other' }],
      '`providers[1].hosts[0]` must be unlike the hosts of bilibili, got "bilibili.com"',
    ],
    [
      [withHosts(bilibili, '/x'), withHosts(passport, '/x')],
      '`providers[1].places` must be unlike the places before it, got "/x"',
    ],
    [
      [withHosts(bilibili, 'a.example/x'), withHosts(passport, 'a.example/x/')],
      '`providers[1].places` must be unlike the places before it, got "a.example/x"',
    ],
    [withHosts(bilibili, '/x', '/x/'), '`providers.places` must be unlike the places before it, got "/x"'],
  ])('%j: %s', (providers, message) => {
    expect(() => selector(providers as never)).toThrow(new TypeError(message))
  })
})

describe('further places', () => {
  afterEach(() => void vi.unstubAllGlobals())

  const placed = [
    withHosts(bilibili, 'proxy.example', 'proxy.example/pass/bili', 'localhost:8787/bili', '/api/bili'),
    withHosts(passport, 'proxy.example/pass', 'localhost:8787', '/api', '[::1]:3000'),
    chinese,
  ]
  const asked = selector(placed)
  const found = (url: unknown): unknown => {
    const selected = asked(url)
    return selected && [selected.judge.provider.id, selected.prefix, selected.isPlaced]
  }

  test.each([
    ['https://proxy.example/x', ['bilibili', '', true]],
    ['http://proxy.example:9999/x', ['bilibili', '', true]],
    ['https://sub.proxy.example/x', ['bilibili', '', true]],
    ['https://PROXY.example./x', ['bilibili', '', true]],
    ['https://proxy.example/pass', ['passport', '/pass', true]],
    ['https://proxy.example/pass/x', ['passport', '/pass', true]],
    ['https://proxy.example/passed', ['bilibili', '', true]],
    ['https://proxy.example/pass/bili/x', ['bilibili', '/pass/bili', true]],
    ['https://proxy.example/pass/bilibili', ['passport', '/pass', true]],
    ['https://proxy.example/x?y=/pass/x', ['bilibili', '', true]],
    ['http://localhost:8787/x', ['passport', '', true]],
    ['http://localhost:8787/bili/x', ['bilibili', '/bili', true]],
    ['http://localhost:8788/bili/x', undefined],
    ['http://localhost/bili/x', undefined],
    ['http://[::1]:3000/x', ['passport', '', true]],
    ['/api/bili/x', ['bilibili', '/api/bili', true]],
    ['/api/bili', ['bilibili', '/api/bili', true]],
    ['/api/bili?x', ['bilibili', '/api/bili', true]],
    ['/api/bilibili', ['passport', '/api', true]],
    ['/api/x', ['passport', '/api', true]],
    ['/apis', undefined],
    ['/', undefined],
    ['api/bili/x', undefined],
    ['https://unknown.example/api/bili/x', undefined],
    ['https://api.bilibili.com/x', ['bilibili', '', false]],
    ['https://evilproxy.example/x', undefined],
  ])('%s is judged by %j', (url, selected) => {
    expect(found(url)).toEqual(selected)
    if (URL.canParse(url)) expect(found(new URL(url))).toEqual(selected)
  })

  test('a path prefix counts on the own origin of the page, and on no other', () => {
    vi.stubGlobal('location', { host: 'my.example:8080' })
    expect(found('https://my.example:8080/api/bili/x')).toEqual(['bilibili', '/api/bili', true])
    expect(found('https://my.example/api/bili/x')).toBeUndefined()
    expect(found('https://other.example/api/bili/x')).toBeUndefined()
    vi.stubGlobal('location', undefined)
    expect(found('https://my.example:8080/api/bili/x')).toBeUndefined()
  })

  test('of a bound provider: it judges every URL, there without the prefix', () => {
    const bound = selector(withHosts(bilibili, '/api/bili'))
    expect(bound('/api/bili/x')).toMatchObject({ prefix: '/api/bili', isPlaced: true })
    expect(bound('/other')).toMatchObject({ prefix: '', isPlaced: false })
    expect(bound('https://unknown.example/')?.judge.provider.id).toBe('bilibili')
  })

  test('of a list cost the same for hundreds of providers', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      withHosts(defineProvider({ id: `p${at}`, dialects, hosts: [`h${at}.example`] }), `/p${at}`),
    )
    const asked = selector(many)
    expect(judgeOfUrl('/p499/x', asked)).toBe('p499')
    expect(judgeOfUrl('https://api.h250.example/', asked)).toBe('p250')
  })
})

describe('hosts and paths of a dialect narrow on own hosts, and paths on placed ones without the prefix', () => {
  const narrow = defineProvider({
    id: 'narrow',
    hosts: ['shop.example'],
    dialects: [
      { name: 'pay', hosts: ['pay.*'], code: 'code' },
      { name: 'share', paths: ['/share/*'], code: 'code' },
      { name: 'both', hosts: ['api.shop.example'], paths: ['/v1/*', '/v2/*'], code: 'code' },
      { name: 'rest', code: 'code' },
    ],
  })
  const dialectAt = (provider: Provider, url: unknown): string | undefined =>
    createClassifier(provider)({ url: url as string, method: 'GET', status: 200, headers: {}, body: { code: 5 } })
      ?.matchedBy.dialect

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
  ])('%j is judged by %s', (url, dialect) => {
    for (const asked of [url, url, ...(URL.canParse(url) ? [new URL(url)] : [])])
      expect(dialectAt(narrow, asked)).toBe(dialect)
  })

  test('a place takes its prefix off before paths are compared', () => {
    const paths = defineProvider({
      id: 'paths',
      hosts: ['shop.example'],
      dialects: [
        { name: 'share', paths: ['/share/*'], code: 'code' },
        { name: 'root', paths: ['/'], code: 'code' },
        { name: 'rest', code: 'code' },
      ],
    })
    const placed = withHosts(paths, '/api/shop', 'proxy.example/shop')
    for (const base of ['/api/shop', 'https://proxy.example/shop', 'https://shop.example']) {
      expect(dialectAt(placed, `${base}/share/x`), base).toBe('share')
      expect(dialectAt(placed, base), base).toBe('root')
      expect(dialectAt(placed, `${base}/x/share/y`), base).toBe('rest')
    }
  })
})

describe('a judge', () => {
  test('is made once for a provider, whoever asks', () => {
    expect(judgeOf(bilibili)).toBe(judgeOf(bilibili))
    expect(judgeOf({ ...bilibili })).not.toBe(judgeOf(bilibili))
    expect(judgeOf({ ...bilibili }).dialects[0]).toBe(judgeOf(bilibili).dialects[0])
  })

  test('is made of the providers of a list when their first answer comes', () => {
    let made = 0
    const late: Provider = {
      id: 'late',
      hosts: ['late.example'],
      get dialects() {
        made += 1
        return dialects
      },
    }
    const asked = selector([late, bilibili])
    const checked = made
    asked('https://bilibili.com/')
    expect(made).toBe(checked)
    expect(judgeOfUrl('https://late.example/', asked)).toBe('late')
  })

  test('knows home hosts on dot boundaries, and shared ones by their globs', () => {
    const cloud = defineProvider({
      id: 'cloud',
      dialects,
      hosts: ['cloud.example'],
      sharedHosts: ['*.functions.cloud.example', 'apps.cloud.example', '*.cloud.example/services/own/*'],
    })
    const { isHome, isShared } = judgeOf(cloud)
    const hosts = [
      'cloud.example',
      'x.cloud.example',
      'a.functions.cloud.example',
      'apps.cloud.example',
      'evilcloud.example',
      '',
    ]
    expect(hosts.filter((host) => isHome(host))).toEqual(hosts.slice(0, 4))
    const sharedAt = (path: string): string[] => hosts.filter((host) => isShared({ host, path }))
    expect(sharedAt('/x')).toEqual(['a.functions.cloud.example', 'apps.cloud.example'])
    expect(sharedAt('/services/own/x')).toEqual(hosts.slice(1, 4))
  })
})

describe('message rules', () => {
  const header = (): undefined => undefined
  const answer: Answer = {
    url: undefined,
    host: '',
    path: '/pay/x',
    method: 'GET',
    status: 404,
    header,
    value: {},
    text: undefined,
  }
  const ruled = defineProvider({
    id: 'ruled',
    dialects,
    messages: [
      { match: 'slow down*', reason: 'throttled' },
      { match: /^no (money|credit)$/, reason: 'payment-required', when: 'status=4xx path=/pay/*' },
      { match: '*again', reason: 'unavailable' },
    ],
  })
  const ask = (message: string, admits: boolean, more: Partial<Answer> = {}): string | undefined => {
    const fault: Fault = { message }
    return reasonOfRules(judgeOf(ruled), message, { ...answer, ...more }, fault, () => admits)
  }

  test('are anchored, compared after trimming, the first that holds counts', () => {
    expect(ask('slow down', true)).toBe('throttled')
    expect(ask('  slow down, try again ', true)).toBe('throttled')
    expect(ask('please slow down', true)).toBeUndefined()
    expect(ask('try again', true)).toBe('unavailable')
    expect(ask('again and', true)).toBeUndefined()
  })

  test('without a test of their own hold only where the status leaves room; with one, where that holds', () => {
    expect(ask('slow down', false)).toBeUndefined()
    expect(ask('no money', false)).toBe('payment-required')
    expect(ask('no money', true, { status: 500 })).toBeUndefined()
    expect(ask('no money', true, { path: '/x' })).toBeUndefined()
  })

  test('look at the first 1,024 characters', () => {
    expect(ask(`slow down ${'x'.repeat(100_000)}`, true)).toBe('throttled')
    expect(ask(`${'x'.repeat(2000)} again`, true)).toBeUndefined()
  })
})

test("a provider of one's own on a port and below a path is a place of withHosts, which its hosts refuse", () => {
  const dialects: Dialect[] = [{ code: 'code' }]
  for (const host of ['localhost:8080', 'localhost/api', 'localhost:8080/api'])
    expect(() => defineProvider({ id: 'gateway', dialects, hosts: [host] })).toThrow('must be a host name')
  const gateway = withHosts(defineProvider({ id: 'gateway', dialects }), 'localhost:8080/api')
  const judges = selector([gateway])
  expect(judgeOfUrl('http://localhost:8080/api/orders', judges)).toBe('gateway')
  expect(judgeOfUrl('http://localhost:8081/api/orders', judges)).toBeUndefined()
  expect(judgeOfUrl('http://localhost:8080/orders', judges)).toBeUndefined()
})
