import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import type { RawResponse } from './answer.ts'
import { type ApiError, apiErrorPrototype } from './api-error.ts'
import { attachApiError, originOf } from './origin.ts'
import { createClassifier } from './classify.ts'
import type { Defect, Pass, Told } from './options.ts'
import { graphql } from './protocols.ts'
import { defineProvider, withHosts } from './provider.ts'
import { sse } from './readers.ts'
import { fakeApiError } from './testing.ts'

const codes = { 1: 'throttled', 2: 'token-expired', 3: 'authorization-pending', 0: 'ok' } as const
const shop = defineProvider({
  id: 'shop',
  hosts: ['shop.example'],
  dialects: [{ code: 'code', message: 'msg', success: [0], codes }],
})
const generic = defineProvider({
  id: 'generic',
  dialects: [{ code: 'errcode', success: [0], codes: { 5: 'not-found' } }],
})
const url = 'https://api.shop.example/x'
const other = 'https://unknown.example/x'

function raw(body: unknown, status = 200, more: Partial<RawResponse> = {}): RawResponse {
  return { url, method: 'GET', status, headers: {}, body, ...more }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('classify', () => {
  test('an empty list knows no host', () => {
    expect(createClassifier([])(raw({ code: 1 }))).toBeUndefined()
    expect(createClassifier([])(raw('', 500))?.reason).toBe('internal')
  })

  test('an answer may be asked for twice, and nothing of it is changed', () => {
    const classify = createClassifier(shop)
    const answer = Object.freeze(raw(Object.freeze({ code: 1 })))
    expect(classify(answer)?.toJSON()).toEqual(classify(answer)?.toJSON())
  })

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'x'],
    ['an empty record', {}],
    ['a record of nonsense', { url: 5, method: {}, status: {}, headers: 7, body: Symbol('x') }],
    ['symbols', { url: Symbol('u'), method: Symbol('m'), status: 500, headers: Symbol('h'), body: Symbol('b') }],
    [
      'getters that throw',
      Object.defineProperty({ status: 500 }, 'body', {
        get: () => {
          throw new Error('x')
        },
      }),
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {})
        revoke()
        return proxy
      })(),
    ],
    [
      'a body whose proxy throws',
      raw(
        new Proxy(
          {},
          {
            getOwnPropertyDescriptor: () => {
              throw new Error('x')
            },
          },
        ),
        500,
      ),
    ],
    [
      'headers whose proxy throws',
      raw('{', 500, {
        headers: new Proxy(
          {},
          {
            get: () => {
              throw new Error('x')
            },
          },
        ),
      }),
    ],
  ])('never throws: %s', (_name, answer) => {
    for (const providers of [shop, [shop], []]) {
      const classify = createClassifier(providers, { fallback: generic, onDefect: () => undefined })
      expect(() => classify(answer as RawResponse)).not.toThrow()
      expect(() => classify.failure({ kind: 'network' }, answer as RawResponse)).not.toThrow()
      expect(() => classify.from(answer)).not.toThrow()
    }
  })

  test('an answer that cannot be read is an error by its status, and the defect is told', () => {
    const defects: Defect[] = []
    const classify = createClassifier([], { onDefect: (defect) => void defects.push(defect) })
    const answer = Object.defineProperty({ url, method: 'GET', status: 503, headers: {} }, 'body', {
      get() {
        throw new Error('getter')
      },
    }) as RawResponse
    expect(classify(answer)).toMatchObject({ reason: 'unavailable', status: 503 })
    expect(defects).toMatchObject([{ at: 'classify', error: { message: 'getter' } }])
  })

  test('a polluted prototype changes no verdict and no field', () => {
    const classify = createClassifier(shop)
    const answers = [
      raw({ code: 1, msg: 'm' }),
      raw({ code: 0 }),
      raw({}),
      raw({ code: 99 }),
      raw('', 404),
      raw('plain', 500),
    ]
    const results = (): unknown[] => answers.map((one) => classify(one)?.toJSON())
    const clean = results()
    const polluted = Object.prototype as Record<string, unknown>
    const planted = {
      code: 5,
      msg: 'evil',
      outerCode: 'evil',
      codes: ['1'],
      message: 'evil',
      requestId: 'evil',
      id: 'evil',
      param: 'evil',
      waitMs: 5,
      issues: [{ param: 'evil' }],
      error: { message: 'evil' },
      detail: 'evil',
      idempotent: false,
      pass: ['throttled'],
      provider: shop,
      accepted: true,
      caller: null,
      quiet: true,
      origin: {},
      docs: 'evil',
      status: 418,
      row: {},
      dialect: 'evil',
      confidence: 1,
      'retry-after': '5',
      'x-should-retry': 'true',
      'x-request-id': 'evil',
      1: 'evil',
      when: 'evil',
      retry: 'poll',
      delivered: true,
    }
    try {
      for (const [name, value] of Object.entries(planted))
        Object.defineProperty(polluted, name, { value, configurable: true, writable: true, enumerable: true })
      const dirty = results()
      for (const name of Object.keys(planted)) delete polluted[name]
      expect(dirty).toEqual(clean)
    } finally {
      for (const name of Object.keys(planted)) delete polluted[name]
    }
  })
})

describe('pass', () => {
  const byList: Pass = ['authorization-pending']
  const byQuestion: Pass = (error) => error.code === '3'

  test.each<[string, Pass]>([
    ['a list of reasons', byList],
    ['a question', byQuestion],
  ])('as %s lets errors go, and a call has its own', (_name, pass) => {
    const classify = createClassifier(shop, { pass })
    expect(classify(raw({ code: 3 }))).toBeUndefined()
    expect(classify(raw({ code: 1 }))?.reason).toBe('throttled')
    expect(classify(raw({ code: 3 }), { pass: [] })?.reason).toBe('authorization-pending')
    expect(classify(raw({ code: 1 }), { pass: ['throttled'] })).toBeUndefined()
    expect(classify(raw({ code: 1 }), { pass: () => true })).toBeUndefined()
    expect(classify(raw({ code: 3 }), { pass: undefined })).toBeUndefined()
  })

  test('may name categories', () => {
    const classify = createClassifier(shop, { pass: ['auth'] })
    expect(classify(raw({ code: 2 }))).toBeUndefined()
    expect(classify(raw({ code: 3 }))).toBeUndefined()
    expect(classify(raw('', 401))).toBeUndefined()
    expect(classify(raw({ code: 1 }))?.category).toBe('rate-limit')
  })

  test('lets failures go too', () => {
    const classify = createClassifier(shop, { pass: ['network'] })
    expect(classify.failure({ kind: 'network' }, { url, method: 'GET' })).toBeUndefined()
    expect(classify.failure({ kind: 'timeout' }, { url, method: 'GET' })?.reason).toBe('timeout')
    expect(classify.failure({ kind: 'network' }, { url, method: 'GET' }, { pass: [] })?.reason).toBe('network')
  })

  test('as a question passes at true alone', () => {
    for (const answer of [1, 'yes', {}, Promise.resolve(true), undefined])
      expect(createClassifier(shop, { pass: () => answer as never })(raw({ code: 1 }))).toBeDefined()
  })

  test('tells onPass of what it lets go, and onError of nothing of it', () => {
    for (const pass of [['throttled', 'network'], (error: ApiError) => error.reason !== 'token-expired'] as Pass[]) {
      const passed: ApiError[] = []
      const errors: ApiError[] = []
      const onPass = (error: ApiError): unknown => passed.push(error)
      const onError = (error: ApiError): unknown => errors.push(error)
      const classify = createClassifier(shop, { pass, onPass, onError })
      expect(classify(raw({ code: 1 }))).toBeUndefined()
      expect(classify(raw({ code: 2 }))?.reason).toBe('token-expired')
      expect(classify.failure({ kind: 'network' }, { url, method: 'GET' })).toBeUndefined()
      classify(raw({ code: 0 }))
      expect(passed.map(({ reason }) => reason)).toEqual(['throttled', 'network'])
      expect(errors.map(({ reason }) => reason)).toEqual(['token-expired'])
      expect(classify(raw({ code: 1 }), { quiet: true })).toBeUndefined()
      expect(passed).toHaveLength(2)
    }
  })
})

describe('hooks', () => {
  test('onError is told of what is not passed, onUnknownCode of missing rows though passed', () => {
    const onError = vi.fn<(error: ApiError, told: Told) => void>()
    const onUnknownCode = vi.fn<(error: ApiError) => void>()
    const classify = createClassifier(shop, { onError, onUnknownCode, pass: ['unknown', 'throttled'] })
    classify(raw({ code: 0 }))
    classify(raw({ code: 1 }))
    const expired = classify(raw({ code: 2 }))
    classify(raw({ code: 99 }))
    const told = { attempt: 2, willRetry: true, late: true }
    const failed = classify(raw({ code: 98 }, 503), { told })
    expect(onError.mock.calls).toEqual([
      [expired, {}],
      [failed, told],
    ])
    expect(onUnknownCode.mock.calls.map(([error]) => error.code)).toEqual(['99', '98'])
  })

  test('are not told in a quiet call, which gives the error all the same', () => {
    const hook = vi.fn()
    const classify = createClassifier(shop, { onError: hook, onUnknownCode: hook, onPass: hook })
    expect(classify(raw({ code: 99 }), { quiet: true })?.reason).toBe('unknown')
    expect(hook).not.toHaveBeenCalled()
  })

  test('what they throw, now or later, of this realm or another, is told to onDefect and changes nothing', async () => {
    const defects: Defect[] = []
    const fail = (): never => {
      throw new Error('boom')
    }
    const failLater = (): Promise<never> => Promise.reject(new Error('boom'))
    const failElsewhere = runInNewContext('() => Promise.reject(new Error("boom"))') as () => never
    for (const hook of [fail, failLater, failElsewhere]) {
      const classify = createClassifier(shop, {
        onError: hook,
        onUnknownCode: hook,
        pass: hook as () => never,
        onDefect: (defect) => void defects.push(defect),
      })
      expect(classify(raw({ code: 99 }))).toMatchObject({ reason: 'unknown', code: '99' })
      await settled()
    }
    const each = ['onUnknownCode', 'pass', 'onError'].map((at) => ({ at, error: { message: 'boom' } }))
    expect(defects).toMatchObject([...each, ...each, ...each])
  })

  test('onPass and onUnjudged may throw too', () => {
    const defects: string[] = []
    const fail = (): never => {
      throw new Error('boom')
    }
    const classify = createClassifier([shop], {
      onPass: fail,
      onUnjudged: fail,
      pass: ['throttled'],
      onDefect: ({ at }) => void defects.push(at),
    })
    expect(classify(raw({ code: 1 }))).toBeUndefined()
    expect(
      classify(raw({ a: 1 }, 200, { url: other, headers: { 'content-type': 'application/json' } })),
    ).toBeUndefined()
    expect(defects).toEqual(['onPass', 'onUnjudged'])
  })

  test('an onDefect that throws, now or later, changes nothing', async () => {
    for (const onDefect of [
      () => {
        throw new Error('defect')
      },
      () => Promise.reject(new Error('defect')),
    ]) {
      const onError = (): never => {
        throw new Error('hook')
      }
      expect(createClassifier(shop, { onDefect, onError })(raw({ code: 1 }))?.reason).toBe('throttled')
    }
    await settled()
  })

  test('without onDefect the first defect is warned of, once per classifier', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    try {
      const classify = createClassifier(shop, {
        onError: () => {
          throw new RangeError('SECRET')
        },
      })
      for (let time = 0; time < 3; time++) expect(classify(raw({ code: 1 }))?.reason).toBe('throttled')
      expect(warn.mock.calls).toEqual([['unifault: onError threw RangeError; give `onDefect` to see it']])
    } finally {
      warn.mockRestore()
    }
  })
})

describe('one call', () => {
  const classify = createClassifier([shop], { fallback: false })

  test('may name who judges it, whatever its host', () => {
    expect(classify(raw({ errcode: 5 }, 200, { url: other }))).toBeUndefined()
    expect(classify(raw({ errcode: 5 }, 200, { url: other }), { provider: generic })).toMatchObject({
      provider: 'generic',
      reason: 'not-found',
    })
    expect(classify(raw({ errcode: 5 }), { provider: generic })?.provider).toBe('generic')
    expect(classify(raw({ code: 1 }), { provider: undefined })?.provider).toBe('shop')
    expect(classify.failure({ kind: 'network' }, { url: other, method: 'GET' }, { provider: generic })?.provider).toBe(
      'generic',
    )
  })

  test('may have a fallback of its own', () => {
    const unknown = raw({ errcode: 5 }, 404, { url: other })
    expect(classify(unknown)).toBeUndefined()
    expect(classify(unknown, { fallback: 'status' })).toMatchObject({ reason: 'not-found', provider: undefined })
    expect(classify(unknown, { fallback: generic })).toMatchObject({ code: '5', provider: 'generic' })
    expect(classify(unknown, { fallback: undefined })).toBeUndefined()
    expect(classify.failure({ kind: 'network' }, { url: other, method: 'GET' }, { fallback: 'status' })?.reason).toBe(
      'network',
    )
    const byStatus = createClassifier([shop])
    expect(byStatus(unknown, { fallback: false })).toBeUndefined()
  })

  test('may have one with a bound provider too', () => {
    for (const fallback of [undefined, 'status'] as const) {
      const bound = createClassifier(shop, { fallback })
      expect(bound(raw({ errcode: 5 }))).toBeUndefined()
      expect(bound(raw({ errcode: 5 }), { fallback: generic })).toMatchObject({ code: '5', reason: 'not-found' })
      expect(bound(raw({ hello: 1 }, 500))?.reason).toBe('internal')
      expect(bound(raw({ hello: 1 }, 500), { fallback: false })).toBeUndefined()
      expect(bound(raw({ code: 1 }, 500), { fallback: false })?.reason).toBe('throttled')
    }
  })

  test('may have an origin, which is what originOf gives', () => {
    const origin = { error: new Error('x'), response: {}, headers: {}, body: 'b' }
    expect(originOf(classify(raw({ code: 1 }), { origin }))).toEqual(origin)
    expect(originOf(classify(raw({ code: 1 }), { origin })).error).toBe(origin.error)
    expect(originOf(classify(raw({ code: 1 }), { origin: { body: 'b' } }))).toEqual({
      error: undefined,
      response: undefined,
      headers: undefined,
      body: 'b',
    })
    expect(originOf(classify(raw({ code: 1 }))).body).toBeUndefined()
  })

  test('whose status the client accepted is an error by code, protocol, message or words alone', () => {
    const bound = createClassifier(
      defineProvider({
        id: 'bound',
        dialects: [{ code: 'code', message: 'msg', success: [0], codes }],
        messages: [{ match: 'slow*', reason: 'throttled' }],
      }),
    )
    const accepted = { accepted: true }
    expect(bound(raw('', 404), accepted)).toBeUndefined()
    expect(bound(raw({ code: 0 }, 500), accepted)).toBeUndefined()
    expect(bound(raw({ code: 99 }, 404), accepted)).toBeUndefined()
    expect(bound(raw({ code: 1 }, 404), accepted)?.reason).toBe('throttled')
    expect(bound(raw({ code: 99, msg: 'slow down' }, 400), accepted)?.matchedBy.by).toBe('message')
    expect(bound(raw({ code: 99 }), accepted)?.reason).toBe('unknown')
    expect(bound(raw('{', 200, { headers: { 'content-type': 'application/json' } }), accepted)?.reason).toBe(
      'malformed-response',
    )
  })

  test('may say that content had been handed on before', () => {
    expect(classify(raw({ code: 1 }))?.delivered).toBe(false)
    expect(classify(raw({ code: 1 }), { delivered: true })?.delivered).toBe(true)
    expect(classify.failure({ kind: 'network' }, { url, method: 'GET' }, { delivered: true })?.delivered).toBe(true)
  })

  test("may bring an adapter's prototype", () => {
    const prototype = Object.create(apiErrorPrototype, { config: { get: () => 'live' } }) as object
    expect(classify(raw({ code: 1 }), { prototype })).toMatchObject({ reason: 'throttled', config: 'live' })
  })

  test('has a stack that begins at the caller', () => {
    function ofUser(): ApiError | undefined {
      return classify(raw({ code: 1 }))
    }
    function ofUsersAdapter(): ApiError | undefined {
      return adapter()
    }
    function adapter(): ApiError | undefined {
      return classify(raw({ code: 1 }), { caller: adapter })
    }
    const first = (error: ApiError | undefined): string => (error?.stack ?? '').split('\n')[1] ?? ''
    expect(first(ofUser())).toContain('ofUser')
    expect(first(ofUsersAdapter())).toContain('ofUsersAdapter')
    expect(ofUser()?.stack).not.toMatch(/createApiError|classify\.ts|api-error\.ts/)
    function ofUsersFailure(): ApiError | undefined {
      return classify.failure({ kind: 'network' }, { url, method: 'GET' })
    }
    expect(first(ofUsersFailure())).toContain('ofUsersFailure')
  })
})

describe('who judges a URL', () => {
  test.each([
    ['a list by status', createClassifier([shop]), 'all', 'failures'],
    ['a list with a provider as its fallback', createClassifier([shop], { fallback: generic }), 'all', 'all'],
    ['a list without a fallback', createClassifier([shop], { fallback: false }), 'all', false],
    ['one provider', createClassifier(shop), 'all', 'all'],
    ['one provider without a fallback', createClassifier(shop, { fallback: false }), 'all', 'all'],
    ['no provider', createClassifier([]), 'failures', 'failures'],
    ['no provider and no fallback', createClassifier([], { fallback: false }), false, false],
  ] as const)('of %s', (_name, classify, known, unknown) => {
    expect([classify.judges(url), classify.judges(new URL(url)), classify.judges(other)]).toEqual([
      known,
      known,
      unknown,
    ])
    for (const odd of [undefined, null, '', 5, {}, Symbol('x')]) expect(classify.judges(odd)).toBe(unknown)
  })

  test('may be another in one call', () => {
    const classify = createClassifier([shop], { fallback: false })
    expect(classify.judges(other, { provider: generic })).toBe('all')
    expect(classify.judges(other, { fallback: generic })).toBe('all')
    expect(classify.judges(other, { fallback: 'status' })).toBe('failures')
    expect(classify.judges(other, {})).toBe(false)
    expect(createClassifier([shop]).judges(other, { fallback: false })).toBe(false)
  })

  test('counts further places', () => {
    const classify = createClassifier([withHosts(shop, '/api/shop')], { fallback: false })
    expect([classify.judges('/api/shop/x'), classify.judges('/api/shops')]).toEqual(['all', false])
    expect(classify(raw({ code: 1 }, 200, { url: '/api/shop/x' }))?.provider).toBe('shop')
  })
})

describe('onUnjudged', () => {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  const tell = (answers: RawResponse[], options: object = {}): unknown[] => {
    const told: unknown[] = []
    const onUnjudged = (answer: unknown): unknown => told.push(answer)
    const classify = createClassifier([shop], { onUnjudged, ...options })
    for (const answer of answers) classify(answer)
    return told
  }
  const at = (address: unknown, more: Partial<RawResponse> = {}): RawResponse =>
    raw('{"a":1}', 200, { url: address as string, headers: json, ...more })

  test('is told of an answer of JSON of an unknown host, unread and without its query', () => {
    const body = new Proxy(
      {},
      {
        get: () => {
          throw new Error('read')
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('read')
        },
      },
    )
    const answer = at('https://u:p@unknown.example:8443/a/b?token=x#y', { method: 'POST', body })
    expect(tell([answer], { fallback: false })).toEqual([
      {
        url: 'https://unknown.example:8443/a/b',
        method: 'POST',
        status: 200,
        contentType: 'application/json; charset=utf-8',
        because: 'host',
      },
    ])
  })

  test('once for each origin and first part of the path', () => {
    const urls = [
      'https://a.example/x/1',
      'https://a.example/x/2',
      'https://a.example/y',
      'https://a.example:1/x',
      'https://b.example/x',
      'https://a.example',
      'https://a.example/?q',
    ]
    expect(tell(urls.map((one) => at(one))).map((one) => (one as { url: string }).url)).toEqual([
      'https://a.example/x/1',
      'https://a.example/y',
      'https://a.example:1/x',
      'https://b.example/x',
      'https://a.example/',
    ])
    expect(tell([at('/api/a'), at('/api/b'), at('/other')]).map((one) => (one as { url: string }).url)).toEqual([
      '/api/a',
      '/other',
    ])
  })

  test('not of what is judged, is no JSON, or is an error by its status', () => {
    expect(tell([at(url)])).toEqual([])
    expect(tell([at(other, { headers: { 'content-type': 'text/html' } })])).toEqual([])
    expect(tell([at(other, { headers: {} })])).toEqual([])
    expect(tell([at(other, { status: 404 })])).toEqual([])
    expect(tell([at(other)], { fallback: generic })).toEqual([])
  })

  test('by an adapter, of what came too slowly', () => {
    const told: unknown[] = []
    const classify = createClassifier([shop], { onUnjudged: (answer) => void told.push(answer) })
    const slow = { url, method: 'GET', status: 200, headers: json }
    classify.unjudged(slow, 'slow')
    classify.unjudged(slow, 'slow')
    classify.unjudged(slow, 'host')
    expect(told).toMatchObject([{ because: 'slow' }, { because: 'host' }])
  })

  test('again after very many origins, so that memory has a bound', () => {
    const answers = Array.from({ length: 600 }, (_, index) => at(`https://h${index}.example/`))
    expect(tell([...answers, ...answers.slice(0, 1)])).toHaveLength(601)
  })
})

describe('an error of an SDK', () => {
  const api = defineProvider({
    id: 'api',
    hosts: ['api.example'],
    dialects: [
      {
        code: ['error.code', 'error.type'],
        message: 'error.message',
        requestId: '@x-id',
        codes: { E1: 'quota-exhausted' },
      },
    ],
  })
  const classify = createClassifier(api)
  const error = { code: 'E1', message: 'words' }
  const headers = { 'x-id': 'r-1' }

  test.each<[string, object]>([
    [
      'OpenAI: what stands in the body',
      Object.assign(new Error('x'), { status: 429, headers: new Headers(headers), error, code: 'E1' }),
    ],
    [
      'Anthropic: the whole body',
      Object.assign(new Error('x'), { status: 429, headers, error: { type: 'error', error } }),
    ],
    [
      'Stripe: statusCode and raw',
      Object.assign(new Error('x'), { statusCode: 429, headers, raw: { ...error, headers } }),
    ],
    [
      'Octokit: a response with data',
      Object.assign(new Error('x'), { status: 429, response: { url, status: 429, headers, data: { error } } }),
    ],
    ['a body as text', { status: 429, headers, body: JSON.stringify({ error }) }],
    [
      'AI SDK: a body as text beside a part of it',
      Object.assign(new Error('x'), {
        statusCode: 429,
        responseHeaders: headers,
        responseBody: JSON.stringify({ error }),
        data: { error: { code: 'other' } },
      }),
    ],
    [
      'Apollo Client: the response unread, and its text',
      Object.assign(new Error('x'), {
        statusCode: 429,
        bodyText: JSON.stringify({ error }),
        response: new Response('{}', { headers, status: 429 }),
      }),
    ],
    ['ofetch: data', Object.assign(new Error('x'), { status: 429, headers, data: { error }, request: url })],
    ['got: a body in the response', { response: { statusCode: 429, headers, body: JSON.stringify({ error }) } }],
    ['superagent: a parsed body', { status: 429, response: { status: 429, headers, body: { error } } }],
    ['the status of the response alone', { response: { status: '429', headers, data: { error } } }],
  ])('%s', (_name, sdkError) => {
    expect(classify.from(sdkError)).toMatchObject({
      provider: 'api',
      reason: 'quota-exhausted',
      code: 'E1',
      providerMessage: 'words',
      requestId: 'r-1',
      status: 429,
    })
  })

  describe('that has others inside it', () => {
    const kept = Object.assign(new Error('x'), { statusCode: 429, responseHeaders: headers, responseBody: { error } })
    const other = Object.assign(new Error('y'), { status: 500, headers: {}, body: {} })
    test.each<[string, object]>([
      ['AI SDK: the last of its attempts', Object.assign(new Error('x'), { errors: [other, kept], lastError: kept })],
      ['a cause', new Error('x', { cause: new Error('y', { cause: kept }) })],
      [
        'detail, originalError, networkError',
        Object.assign(new Error('x'), { detail: { stack: '', originalError: kept } }),
      ],
      ['several', new AggregateError([new Error('y'), kept, other])],
      ['an event that tells an error', { type: 'error', error: kept }],
      ['a made-up status', Object.assign(new Error('x', { cause: kept }), { status: 500 })],
      ['data of its own', Object.assign(new Error('x', { cause: kept }), { data: { retries: 3 } })],
    ])('%s: is that one', (_name, sdkError) => {
      expect(classify.from(sdkError)).toMatchObject({
        reason: 'quota-exhausted',
        code: 'E1',
        requestId: 'r-1',
        status: 429,
      })
    })

    test('carries an ApiError where one of them does', () => {
      const known = fakeApiError({ reason: 'throttled' })
      const carrier = new Error('x')
      attachApiError(carrier, known)
      expect(classify.from(new AggregateError([other, carrier]))).toBe(known)
      expect(classify.from(new AggregateError([other, new Error('y', { cause: known })]))).toBe(known)
    })

    test('is searched within bounds', () => {
      const chain = (length: number): object => {
        let one: object = kept
        for (let at = 0; at < length; at++) one = { stack: '', cause: one }
        return one
      }
      expect(classify.from(chain(20))?.code).toBe('E1')
      expect(classify.from(chain(100_000))).toBeUndefined()
      const many = Array.from({ length: 100_000 }, () => ({ stack: '' }))
      expect(classify.from({ errors: [...many, kept] })).toBeUndefined()
      const circle = Object.assign(new Error('x'), { lastError: {}, errors: [] as unknown[] })
      circle.lastError = circle
      circle.errors.push(circle)
      circle.cause = circle
      expect(classify.from(circle)).toBeUndefined()
    })
  })

  test('out of a stream, which has no status, is judged by what it says', () => {
    const ofStream = { reason: 'quota-exhausted', code: 'E1', status: undefined }
    expect(classify.from(Object.assign(new Error('x'), { status: undefined, headers, error }))).toMatchObject(ofStream)
    expect(classify.from(Object.assign(new Error('x'), { status: undefined, error: { error } }))).toMatchObject(
      ofStream,
    )
    expect(classify.from(Object.assign(new Error('x'), { statusCode: 500, data: error }))).toMatchObject({ code: 'E1' })
    expect(classify.from(Object.assign(new Error('x'), { data: { a: 1 }, body: new ReadableStream() }))).toBeUndefined()
  })

  test('of GraphQL is judged by the list of errors that it keeps', () => {
    const own = createClassifier(defineProvider({ id: 'own', dialects: [graphql] }))
    const errors = [{ message: 'm', path: ['a'], extensions: { code: 'FORBIDDEN' } }]
    const verdict = { reason: 'permission-denied', code: 'FORBIDDEN', providerMessage: 'm' }
    expect(own.from(Object.assign(new Error('x'), { errors, data: { a: null } }))).toMatchObject(verdict)
    const response = { errors, data: undefined, status: 200, headers: new Headers() }
    expect(own.from(Object.assign(new Error('x'), { response, request: { query: '{ a }' } }))).toMatchObject(verdict)
    expect(own.from(new AggregateError([new Error('m')]))).toBeUndefined()
  })

  test('that got no answer is judged by the code of the system', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
    const failed = new TypeError('fetch failed', { cause: refused })
    for (const sdkError of [
      refused,
      new Error('x', { cause: failed }),
      Object.assign(new Error('x'), { lastError: Object.assign(new Error('y', { cause: refused }), { url }) }),
      Object.assign(new Error('x', { cause: failed }), { status: 500, request: { url, method: 'POST' } }),
    ])
      expect(classify.from(sdkError)).toMatchObject({
        provider: 'api',
        reason: 'network',
        code: 'ECONNREFUSED',
        status: undefined,
        retry: 'after-wait',
      })
    expect(createClassifier([api], { fallback: false }).from(new Error('x', { cause: failed }))).toBeUndefined()
  })

  test.each(
    `ERR_NETWORK ERR_SSL_WRONG_VERSION_NUMBER ERR_HTTP2_GOAWAY_SESSION ERR_HTTP2_STREAM_ERROR HPE_INVALID_CONSTANT
DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE
ERR_TLS_CERT_ALTNAME_INVALID CERT_HAS_EXPIRED ConnectionRefused ConnectionClosed FailedToOpenSocket`.split(/\s+/),
  )('with the code %s is one of the way', (code) => {
    expect(classify.from(Object.assign(new Error('x'), { code }))).toMatchObject({ reason: 'network', code })
  })

  test.each([
    ['Chrome', 'Failed to fetch', 'network'],
    ['Chrome, with the host', 'Failed to fetch (a.example)', 'network'],
    ['Firefox', 'NetworkError when attempting to fetch resource.', 'network'],
    ['Safari', 'Load failed', 'network'],
    ['React Native', 'Network request failed', 'network'],
    ['React Native, late', 'Network request timed out', 'timeout'],
    ['undici', 'terminated', 'network'],
    ["Cloudflare's workers", 'Network connection lost.', 'network'],
    ['Deno', 'error sending request for url (https://a.example/)', 'network'],
  ])('is known by the words of %s', (_runtime, message, reason) => {
    for (const error of [new TypeError(message), new Error('Connection error.', { cause: new TypeError(message) })])
      expect(classify.from(error)).toMatchObject({ reason, status: undefined, matchedBy: { by: 'transport' } })
  })

  test('a time-out is one whose signal had no code', () => {
    expect(classify.from(new DOMException('x', 'TimeoutError'))).toMatchObject({ reason: 'timeout' })
  })

  test.each(['x is not a function', 'Failed to parse URL', 'The process was terminated', 'This operation was aborted'])(
    'with the words %s is none of the way',
    (message) => {
      expect(classify.from(new TypeError(message))).toBeUndefined()
    },
  )

  test.each(['ENOENT', 'ERR_INVALID_URL', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'UND_ERR_ABORTED', 'E1', 23])(
    'with the code %s is none of the way',
    (code) => {
      expect(classify.from(Object.assign(new Error('x'), { code }))).toBeUndefined()
    },
  )

  test('counts as one that must not be repeated where its method is not told', () => {
    expect(classify.from({ status: 500, body: {} })).toMatchObject({ retry: 'if-idempotent', isRetryable: false })
    for (const asked of [
      { request: { url, method: 'GET' } },
      { config: { url, method: 'get' } },
      { options: { method: 'PUT' } },
    ])
      expect(classify.from({ status: 500, body: {}, ...asked })?.isRetryable).toBe(true)
    const headers = { 'idempotency-key': 'k' }
    expect(classify.from({ status: 500, body: {}, config: { headers } })?.isRetryable).toBe(true)
  })

  test('reads nothing from a polluted prototype', () => {
    const prototype = Object.prototype as Record<string, unknown>
    try {
      prototype['status'] = 500
      prototype['body'] = { error }
      expect(classify.from(new Error('x'))).toBeUndefined()
      expect(classify.from({ status: 429, headers, error })?.code).toBe('E1')
    } finally {
      delete prototype['status']
      delete prototype['body']
    }
  })

  test('with a flat body under `error` is read as it is', () => {
    const flat = createClassifier(shop)
    expect(flat.from({ status: 400, error: { code: 1, msg: 'm' } })).toMatchObject({
      reason: 'throttled',
      providerMessage: 'm',
    })
  })

  test('is judged by the host of its request, with its method', () => {
    const listed = createClassifier([api], { fallback: false })
    const request = { url: 'https://api.example/v1', method: 'POST', headers: { 'idempotency-key': 'k' } }
    expect(listed.from({ status: 500, error: {}, request })).toMatchObject({
      provider: 'api',
      request: { method: 'POST', url: 'https://api.example/v1', idempotent: true },
    })
    expect(listed.from({ status: 500, error: {}, request: { ...request, url: other } })).toBeUndefined()
  })

  test('that carries an ApiError is that one', () => {
    const known = fakeApiError({ reason: 'throttled' })
    const carrier = new Error('x')
    attachApiError(carrier, known)
    expect(classify.from(known)).toBe(known)
    expect(classify.from(carrier)).toBe(known)
    expect(classify.from(Object.assign(new Error('y'), { status: 500, cause: known }))).toBe(known)
  })

  test.each([
    undefined,
    null,
    'x',
    5,
    new Error('x'),
    {},
    { status: 'x' },
    { status: 0 },
    { status: 200, error: { hello: 1 } },
  ])('%s is none', (sdkError) => {
    expect(classify.from(sdkError)).toBeUndefined()
  })

  test('whose getters throw is none', () => {
    const quiet = createClassifier(api, { onDefect: () => undefined })
    const thrower = {
      get status(): never {
        throw new Error('x')
      },
    }
    expect(quiet.from(thrower)).toBeUndefined()
    const trap = (): never => {
      throw new Error('x')
    }
    const hostile = new Proxy(
      {},
      { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap },
    )
    for (const odd of [
      hostile,
      { cause: hostile },
      { errors: [hostile] },
      { status: 500, error: hostile, response: hostile },
    ])
      expect(() => quiet.from(odd)).not.toThrow()
  })
})

test('an event stream that answers a failed request is read where a dialect names the reader', () => {
  const streaming = defineProvider({
    id: 'streaming',
    dialects: [
      {
        code: 'code',
        message: 'message',
        requestId: 'request_id',
        readers: [sse],
        codes: { InvalidParameter: 'invalid-parameter' },
      },
    ],
  })
  const body =
    'id:1\nevent:error\n:HTTP_STATUS/400\ndata:{"code":"InvalidParameter","message":"m","request_id":"r-1"}\n\n'
  const headers = { 'content-type': 'text/event-stream' }
  expect(createClassifier(streaming)(raw(body, 400, { headers }))).toMatchObject({
    reason: 'invalid-parameter',
    providerMessage: 'm',
    requestId: 'r-1',
    matchedBy: { by: 'code' },
  })
})
