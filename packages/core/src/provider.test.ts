import { describe, expect, test } from 'vitest'
import { createClassifier } from './classify.ts'
import { letterOf } from './codes.ts'
import type { Dialect } from './dialect.ts'
import { defineProvider, type Provider, withCodes, withHosts } from './provider.ts'

const codes = { 1: 'throttled', 2: 'internal', 'F.*': 'not-found', '86038': 'grant-invalid', '86090': 'ok' } as const
const dialects = [{ code: ['sub', 'code'], message: 'msg', success: [0], codes }] as const satisfies Dialect[]
const shop = defineProvider({ id: 'shop', dialects, hosts: ['shop.example'] })

function judge(provider: Provider, body: object, status = 200) {
  const error = createClassifier(provider)({ url: 'https://shop.example/', method: 'GET', status, headers: {}, body })
  return error && [error.reason, error.code, error.matchedBy.by, error.matchedBy.row?.code]
}

describe('defineProvider', () => {
  test('gives what it was given, as a copy, and the definition is not changed', () => {
    const definition = Object.freeze({ id: 'shop', dialects, hosts: ['x.com'], docs: 'https://x.com/docs' })
    const provider = defineProvider(definition)
    expect(provider).toEqual(definition)
    expect(provider).not.toBe(definition)
  })

  test('refuses what is malformed, at once', () => {
    expect(() => defineProvider({ id: 'shop', dialects: [] })).toThrow(
      new TypeError('`dialects` must be a non-empty array, got []'),
    )
    expect(() => defineProvider({ id: 'shop', dialects, host: ['x.com'] } as never)).toThrow(
      /^`host` is not an option;/,
    )
  })

  test('takes codes as a record, as generated rows and as the text of a table, to one effect', () => {
    const tables = [
      { 5: 'throttled', 'F.*': 'not-found' },
      `${letterOf('throttled')}5\n${letterOf('not-found')}F.*`,
      'code\treason\n5\tthrottled\nF.*\tnot-found\n',
      'en\treason\tcode\nSlow down\tthrottled\t5\r\nNone\tnot-found\tF.*\r\n',
    ] as const
    for (const codes of tables) {
      const provider = defineProvider({ id: 'shop', dialects: [{ code: 'code', success: [0], codes }] })
      expect(judge(provider, { code: 5 })).toEqual(['throttled', '5', 'code', '5'])
      expect(judge(provider, { code: 'F.x' })).toEqual(['not-found', 'F.x', 'code', 'F.*'])
      expect(judge(provider, { code: 0 })).toBeUndefined()
    }
  })
})

describe('withCodes', () => {
  test('stands above the table, and knows new codes', () => {
    const own = withCodes(shop, { 1: 'ok', 2: 'abuse-blocked', 'F.x': 'timeout', 99: 'not-found' })
    expect(judge(own, { code: 1 })).toBeUndefined()
    expect(judge(own, { code: 2 })).toEqual(['abuse-blocked', '2', 'code', '2'])
    expect(judge(own, { code: 'F.x' })).toEqual(['timeout', 'F.x', 'code', 'F.x'])
    expect(judge(own, { code: 'F.y' })).toEqual(['not-found', 'F.y', 'code', 'F.*'])
    expect(judge(own, { code: 99 })).toEqual(['not-found', '99', 'code', '99'])
  })

  test('may name families, above exact rows of the table and below exact ones of its own', () => {
    const own = withCodes(shop, { '86*': 'authorization-pending', '86101': 'ok', 'F.*': 'internal' })
    expect(judge(own, { code: 86101 })).toBeUndefined()
    expect(judge(own, { code: 86038 })).toEqual(['authorization-pending', '86038', 'code', '86*'])
    expect(judge(own, { code: 86090 })).toEqual(['authorization-pending', '86090', 'code', '86*'])
    expect(judge(own, { code: 86999 })).toEqual(['authorization-pending', '86999', 'code', '86*'])
    expect(judge(own, { code: 'F.y' })?.[0]).toBe('internal')
    expect(judge(own, { code: 5 })?.[0]).toBe('unknown')
  })

  test('may make an error of a success value, alone or in a family', () => {
    expect(judge(withCodes(shop, { 0: 'throttled' }), { code: 0 })).toEqual(['throttled', '0', 'code', '0'])
    expect(judge(withCodes(shop, { '0*': 'throttled' }), { code: 0 })).toEqual(['throttled', '0', 'code', '0*'])
    expect(judge(withCodes(shop, { '0*': 'throttled', 0: 'ok' }), { code: 0 })).toBeUndefined()
    expect(judge(withCodes(shop, { 1: 'ok' }), { code: 0 })).toBeUndefined()
  })

  test('leaves the provider itself as it was', () => {
    const own = withCodes(shop, { 1: 'ok' })
    expect(judge(own, { code: 1 })).toBeUndefined()
    expect(judge(shop, { code: 1 })?.[0]).toBe('throttled')
    expect(shop.overrides).toBeUndefined()
  })

  test('a code that is ok is an error from 400 on, by the status', () => {
    expect(judge(withCodes(shop, { 1: 'ok' }), { code: 1 }, 503)).toEqual(['unavailable', '1', 'status', undefined])
  })

  test('is asked for each code in turn, the most specific first', () => {
    const own = withCodes(shop, { 15: 'not-found' })
    expect(judge(own, { sub: 'unheard', code: 15 })).toEqual(['not-found', 'unheard', 'code', '15'])
    expect(judge(own, { sub: '1', code: 15 })?.[0]).toBe('throttled')
  })

  test('adds up, and of a code the last reading counts', () => {
    const own = withCodes(withCodes(shop, { 1: 'ok', 5: 'timeout' }), { 1: 'internal' })
    expect(judge(own, { code: 1 })?.[0]).toBe('internal')
    expect(judge(own, { code: 5 })?.[0]).toBe('timeout')
  })

  test('has names of Object.prototype as plain codes', () => {
    const own = withCodes(
      shop,
      JSON.parse('{"__proto__":"throttled","constructor":"timeout"}') as { [code: string]: 'ok' },
    )
    expect(judge(own, { code: '__proto__' })?.[0]).toBe('throttled')
    expect(judge(own, { code: 'constructor' })?.[0]).toBe('timeout')
    expect(judge(own, { code: 'toString' })?.[0]).toBe('unknown')
    const further = withCodes(own, { 5: 'ok' })
    expect(judge(further, { code: '__proto__' })?.[0]).toBe('throttled')
  })

  test.each([
    [undefined, '`codes` must be a record of codes and reasons, got undefined'],
    [null, '`codes` must be a record of codes and reasons, got null'],
    ['ok', '`codes` must be a record of codes and reasons, got "ok"'],
    ['code\treason\n5\tok', '`codes` must be a record of codes and reasons, got "code\\treason\\n5\\tok"'],
    [{ 86101: 'okay' }, '`codes[\'86101\']` must be a reason or `ok`, got "okay"'],
    [{ 1: 'ok', 2: undefined }, "`codes['2']` must be a reason or `ok`, got undefined"],
    [{ 1: 'constructor' }, '`codes[\'1\']` must be a reason or `ok`, got "constructor"'],
    [{ 'A*B*': 'ok' }, '`codes` must be of codes with at most one `*`, got "A*B*"'],
  ])('refuses the codes %j: %s', (given, message) => {
    expect(() => withCodes(shop, given as never)).toThrow(new TypeError(message))
  })
})

describe('withHosts', () => {
  test('adds places, one after the other, and leaves the provider itself as it was', () => {
    const more = withHosts(withHosts(shop, 'proxy.example/shop/'), '/api/shop', 'localhost:8787')
    expect(more.places?.map(({ name }) => name)).toEqual(['proxy.example/shop', '/api/shop', 'localhost:8787'])
    expect(more).toMatchObject({ id: 'shop', hosts: ['shop.example'] })
    expect(shop.places).toBeUndefined()
  })

  test('goes together with withCodes, in either order', () => {
    const body = { code: 1 }
    for (const provider of [
      withHosts(withCodes(shop, { 1: 'timeout' }), '/x'),
      withCodes(withHosts(shop, '/x'), { 1: 'timeout' }),
    ])
      expect(createClassifier([provider])({ url: '/x/y', method: 'GET', status: 200, headers: {}, body })?.reason).toBe(
        'timeout',
      )
  })

  test.each([
    'localhost',
    'localhost:3000',
    'a.example/x',
    'a.example:8443/x/y',
    'a-b.c.example',
    '127.0.0.1:8080',
    '[::1]:3000/x',
    '/x',
    '/x/y.z',
  ])('takes %j', (place) => {
    expect(withHosts(shop, place).places).toMatchObject([{ name: place }])
  })

  test.each([
    ['127.0.0.1:80', '127.0.0.1'],
    ['a.example:443/x', 'a.example/x'],
    ['a.example:443', 'a.example'],
    ['a.example:4430', 'a.example:4430'],
  ])('%s is the place %s: URLs leave out the port of their scheme', (place, name) => {
    expect(withHosts(shop, place).places).toMatchObject([{ name }])
  })

  test.each([
    '',
    '/',
    'https://a.example',
    'A.example',
    '*.example',
    'a.example?x',
    '/x?y',
    '/x#y',
    '/x y',
    'a..example',
    '.example',
    'a.example:port',
    'a.example:123456',
    'x y',
    5,
    null,
    undefined,
  ])('refuses %j', (place) => {
    expect(() => withHosts(shop, 'b.example', place as string)).toThrow(
      /^`places\[1\]` must be host\[:port\]\[\/prefix\] or a path prefix, got /,
    )
  })
})

describe('what is no provider', () => {
  test.each([undefined, null, 'bilibili'])('as %j is refused', (provider) => {
    for (const make of [() => withCodes(provider as never, {}), () => withHosts(provider as never, '/x')])
      expect(make).toThrow(/^`provider` must be an object, got /)
  })

  test.each([{}, { id: 'x' }, { id: 'shop', dialects: 5 }, { id: 5, dialects }])('as %j is refused too', (provider) => {
    for (const make of [() => withCodes(provider as never, {}), () => withHosts(provider as never, '/x')])
      expect(make).toThrow(/^`provider` must be made by `defineProvider`, got /)
  })
})
