import { runInNewContext } from 'node:vm'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type ApiError, apiErrorPrototype, createApiError, isApiError } from './api-error.ts'
import { apiErrorOf, attachApiError, originOf, setOrigin } from './origin.ts'
import { reasons, traits } from './reasons.ts'
import { fakeApiError } from './testing.ts'

/** All of them, sorted; `v`, `name` and `message` only in the plain form. */
const fields =
  `v name message category reason retry isRetryable recovery provider code outerCode status retryAfterMs requestId
param issues providerMessage docUrl matchedBy request delivered`.split(/\s+/)
const ownFields = fields.slice(3).toSorted()
fields.sort()
const shownBy = (error: ApiError): string[] => Object.keys(error.toJSON()).toSorted()

const full = {
  reason: 'throttled',
  retry: 'after-wait',
  isRetryable: true,
  provider: 'taobao',
  code: 'isv.x',
  outerCode: '15',
  status: 200,
  retryAfterMs: 1000,
  requestId: 'r-1',
  param: 'q',
  issues: [{ param: 'q', code: 'c', message: 'm' }],
  providerMessage: 'words',
  docUrl: 'https://docs.example/',
  matchedBy: { by: 'code', dialect: 'd', row: { code: 'isv.x', when: 'status=200' } },
  request: { method: 'GET', url: 'https://a.example/x', idempotent: true },
  delivered: true,
} as const

const trap = (): never => {
  throw new Error('trap')
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('an ApiError', () => {
  test.each(reasons)('of the reason %s has its category and recovery', (reason) => {
    const error = createApiError({ ...full, reason }, undefined)
    const [category, , recovery] = traits[reason]
    expect([error.name, error.category, error.reason, error.recovery]).toEqual(['ApiError', category, reason, recovery])
    expect(error.message).toBe(`taobao isv.x: ${reason} (HTTP 200): words`)
  })

  test.each([
    ['bilibili', '-101', 'unauthenticated', 200, '账号未登录', 'bilibili -101: unauthenticated (HTTP 200): 账号未登录'],
    ['bilibili', '-101', 'unauthenticated', 200, undefined, 'bilibili -101: unauthenticated (HTTP 200)'],
    ['bilibili', undefined, 'internal', 500, undefined, 'bilibili: internal (HTTP 500)'],
    [undefined, 'ECONNREFUSED', 'network', undefined, undefined, 'ECONNREFUSED: network'],
    [undefined, undefined, 'not-found', 404, 'gone', 'not-found (HTTP 404): gone'],
    [undefined, undefined, 'timeout', undefined, undefined, 'timeout'],
  ] as const)('of %s %s %s %s %s is worded "%6$s"', (provider, code, reason, status, providerMessage, message) => {
    expect(createApiError({ ...full, provider, code, reason, status, providerMessage }, undefined).message).toBe(
      message,
    )
  })

  test('as JSON gives exactly the fields, each as it is', () => {
    const error = createApiError(full, undefined)
    expect(shownBy(error)).toEqual(fields)
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...full,
      v: 1,
      name: 'ApiError',
      category: 'rate-limit',
      recovery: 'wait',
      message: error.message,
    })
  })

  test('shows in no view what others attach', () => {
    const error = fakeApiError({ reason: 'internal' })
    Object.assign(error as object, { response: 'SECRET', config: { token: 'SECRET' }, cause: new Error('SECRET') })
    expect(shownBy(error)).toEqual(fields)
    for (const view of [
      JSON.stringify(error),
      inspect(error),
      inspect({ a: { b: error } }, { depth: 10 }),
      String(error),
    ])
      expect(view).not.toContain('SECRET')
  })

  test('is inspected as its stack, once, and exactly the fields', () => {
    const shown = inspect(createApiError(full, undefined), { depth: 5, colors: false })
    expect(shown.match(/taobao isv\.x: throttled/g)).toHaveLength(1)
    expect(shown).toMatch(/^ApiError: taobao isv\.x: throttled \(HTTP 200\): words\n {4}at /)
    const names = [...shown.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)
    expect(new Set(names)).toEqual(new Set(ownFields))
  })

  test('is inspected without a stack too, where stacks throw, and where the runtime gives no inspect function', () => {
    const error = fakeApiError({ reason: 'internal' })
    Object.defineProperty(error, 'stack', { value: undefined, configurable: true })
    expect(inspect(error)).toMatch(/^ApiError: internal \(HTTP 500\) \{/)
    Object.defineProperty(error, 'stack', { get: trap })
    expect(inspect(error)).toMatch(/^ApiError: internal \(HTTP 500\) \{/)
    const custom = (error as unknown as Record<symbol, (depth: number, options: object) => unknown>)[
      Symbol.for('nodejs.util.inspect.custom')
    ]
    expect(custom?.call(error, 0, {})).toEqual(error.toJSON())
  })

  test('is an Error without a cause, whose stack begins with its name and message', () => {
    const error = fakeApiError({ reason: 'not-found', provider: 'x' })
    expect(error).toBeInstanceOf(Error)
    expect(Object.prototype.toString.call(error)).toBe('[object Error]')
    expect(String(error)).toBe('ApiError: x: not-found (HTTP 404)')
    expect(error.stack?.startsWith('ApiError: x: not-found (HTTP 404)\n')).toBe(true)
    expect(error.cause).toBeUndefined()
    expect('cause' in error).toBe(false)
    expect((error.constructor as { name: string }).name).toBe('ApiError')
  })

  test('has fields that are always present, and undefined when unknown', () => {
    const error = fakeApiError({ reason: 'internal' })
    for (const field of ownFields) expect(Object.hasOwn(error, field), field).toBe(true)
    expect(Object.keys(error).toSorted()).toEqual(ownFields)
  })

  test('is never frozen or sealed: loggers mark errors', () => {
    expect(Object.isExtensible(fakeApiError({ reason: 'internal' }))).toBe(true)
  })

  test("with an adapter's prototype keeps brand, views and its own getters", () => {
    const prototype = Object.create(apiErrorPrototype, {
      config: { get: () => 'as-it-is', configurable: true },
    }) as object
    const error = createApiError(full, undefined, prototype)
    expect(isApiError(error)).toBe(true)
    expect((error as unknown as { config: string }).config).toBe('as-it-is')
    expect(shownBy(error)).toEqual(fields)
    expect(Object.keys(error)).not.toContain('config')
    expect(inspect(error)).not.toContain('as-it-is')
  })
})

describe('the stack', () => {
  test('begins at the caller, as long as the limit says, which stays as it was', () => {
    function user(): ApiError {
      return library()
    }
    function library(): ApiError {
      return createApiError(full, library)
    }
    const { stackTraceLimit } = Error
    try {
      Error.stackTraceLimit = 3
      const lines = (user().stack ?? '').split('\n')
      expect(lines).toHaveLength(4)
      expect(lines[1]).toContain('user')
      expect(Error.stackTraceLimit).toBe(3)
    } finally {
      Error.stackTraceLimit = stackTraceLimit
    }
  })

  test('of a limit of 0, or worded by a hook, changes nothing else', () => {
    const { stackTraceLimit, prepareStackTrace } = Error
    try {
      Error.stackTraceLimit = 0
      expect(fakeApiError({ reason: 'internal' }).message).toBe('internal (HTTP 500)')
      Error.prepareStackTrace = () => 'worded'
      expect(fakeApiError({ reason: 'internal' }).toJSON()['message']).toBe('internal (HTTP 500)')
    } finally {
      Error.stackTraceLimit = stackTraceLimit
      Error.prepareStackTrace = prepareStackTrace
    }
  })

  test('may be missing where the runtime has no way to capture one', () => {
    const all = Error as { captureStackTrace?: unknown }
    const { captureStackTrace } = all
    try {
      all.captureStackTrace = undefined
      expect(fakeApiError({ reason: 'internal' })).toMatchObject({ reason: 'internal', message: 'internal (HTTP 500)' })
    } finally {
      all.captureStackTrace = captureStackTrace
    }
  })

  test('of frozen intrinsics is one all the same', () => {
    const frozen = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit') as PropertyDescriptor
    try {
      Object.defineProperty(Error, 'stackTraceLimit', { ...frozen, writable: false })
      expect(fakeApiError({ reason: 'internal' }).stack).toMatch(/^ApiError: internal/)
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', frozen)
    }
  })
})

describe('isApiError', () => {
  const error = fakeApiError({ reason: 'throttled', provider: 'bilibili', code: '-799' })
  const bilibili = { id: 'bilibili' } as const
  const baidu = { id: 'baidu' } as const

  test('is true of an ApiError, also when it is inherited from or wrapped in a proxy', () => {
    expect(isApiError(error)).toBe(true)
    expect(isApiError(Object.create(error))).toBe(true)
    expect(isApiError(new Proxy(error, {}))).toBe(true)
  })

  test('is true of one of another copy of this package, both ways', async () => {
    const path = './api-error.ts?copy'
    const copy = (await import(/* @vite-ignore */ path)) as typeof import('./api-error.ts')
    expect(copy.isApiError).not.toBe(isApiError)
    const other = copy.createApiError(full, undefined)
    expect(Object.getPrototypeOf(other)).not.toBe(Object.getPrototypeOf(error))
    expect(isApiError(other)).toBe(true)
    expect(copy.isApiError(error)).toBe(true)
  })

  test('is true of one of another realm', () => {
    const other: unknown = runInNewContext(`
      class ApiErrorValue extends Error {}
      Object.defineProperty(ApiErrorValue.prototype, Symbol.for('unifault.ApiError'), { value: true })
      new ApiErrorValue('x')`)
    expect(other).not.toBeInstanceOf(Error)
    expect(isApiError(other)).toBe(true)
    expect(isApiError(other, bilibili, '-799')).toBe(false)
  })

  const brand = Symbol.for('unifault.ApiError')
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'ApiError'],
    ['a number', 1],
    ['a symbol', brand],
    ['a function with the brand', Object.assign(() => 1, { [brand]: true })],
    ['an Error', new Error('x')],
    [
      'an Error that is named so',
      Object.assign(new Error('x'), { name: 'ApiError', category: 'auth', reason: 'unknown' }),
    ],
    ['a record', { category: 'auth' }],
    ['a brand that is not true', { [brand]: 1 }],
    ['the plain form', JSON.parse(JSON.stringify(error))],
    ['a structured clone', structuredClone(error)],
    ['a spread copy', { ...error }],
    ['a proxy whose traps throw', new Proxy({}, { get: trap })],
    ['a revoked proxy', revoked()],
  ])('is false of %s', (_name, value) => {
    expect(isApiError(value)).toBe(false)
    expect(isApiError(value, bilibili, '-799')).toBe(false)
  })

  test('with a provider and codes is true where both agree', () => {
    const withCodes = bilibili as { readonly id: 'bilibili'; readonly '~code'?: '-799' | '-101' }
    expect(isApiError(error, bilibili)).toBe(true)
    expect(isApiError(error, baidu)).toBe(false)
    expect(isApiError(error, baidu, '-799')).toBe(false)
    expect(isApiError(error, withCodes, '-799')).toBe(true)
    expect(isApiError(error, withCodes, '-101', '-799')).toBe(true)
    expect(isApiError(error, withCodes, '-101')).toBe(false)
    expect(isApiError(fakeApiError({ reason: 'internal', provider: 'bilibili' }), withCodes, '-799')).toBe(false)
    expect(isApiError(fakeApiError({ reason: 'internal' }), bilibili)).toBe(false)
  })

  test("counts the wrapper's code and the row that decided", () => {
    const row = { code: 'isp.*' }
    const wrapped = fakeApiError({
      reason: 'throttled',
      provider: 'alipay',
      code: 'isp.x',
      outerCode: '20000',
      matchedBy: { by: 'code', row },
    })
    const alipay = { id: 'alipay' } as const
    for (const code of ['isp.x', '20000', 'isp.*']) expect(isApiError(wrapped, alipay, code), code).toBe(true)
    for (const code of ['isv.y', '15', 'undefined', '']) expect(isApiError(wrapped, alipay, code), code).toBe(false)
  })
})

describe('the origin of an error', () => {
  const nothing = { error: undefined, response: undefined, headers: undefined, body: undefined }

  test('is what was remembered, each the very same object', () => {
    const error = new Error('x')
    const origin = { error: new Error('client'), response: {}, headers: new Map(), body: 'text' }
    setOrigin(error, origin)
    expect(originOf(error)).toEqual(origin)
    expect(originOf(error).error).toBe(origin.error)
    expect(originOf(error).response).toBe(origin.response)
  })

  test('may be a part: the rest is undefined', () => {
    const error = new Error('x')
    setOrigin(error, { headers: { a: '1' } })
    expect(originOf(error)).toEqual({ ...nothing, headers: { a: '1' } })
  })

  test.each([undefined, null, 0, '', 'text', Symbol('s'), 1n, () => 1, {}, [], new Error('other')])(
    'of %s, of which nothing is known, is empty',
    (value) => {
      expect(originOf(value)).toEqual(nothing)
    },
  )

  test('is no property of the error', () => {
    const error = new Error('x')
    setOrigin(error, { ...nothing, body: 'secret' })
    expect(Reflect.ownKeys(error).map(String).toSorted()).toEqual(['message', 'stack'])
  })
})

describe('apiErrorOf', () => {
  const apiError = fakeApiError({ reason: 'throttled' })

  test('gives an ApiError itself', () => {
    expect(apiErrorOf(apiError)).toBe(apiError)
  })

  test.each([
    ['an error', new Error('x')],
    ['a Response', new Response('x')],
    ['headers', new Headers()],
    ['a record', {}],
  ])('gives the one that is attached to %s', (_name, carrier) => {
    attachApiError(carrier, apiError)
    expect(apiErrorOf(carrier)).toBe(apiError)
  })

  test.each(['cause', 'detail', 'response', 'originalError', 'networkError', 'headers', 'error', 'lastError'])(
    'finds it along `%s`, near and far, itself and attached',
    (way) => {
      const carrier = {}
      attachApiError(carrier, apiError)
      for (const end of [apiError, carrier])
        expect(apiErrorOf({ [way]: { message: 'between', [way]: { cause: end } } }), way).toBe(apiError)
    },
  )

  test('finds it behind an error of ky or an SDK by its response, whose headers carry it', () => {
    const response = new Response('x')
    attachApiError(response.headers, apiError)
    expect(apiErrorOf(Object.assign(new Error('HTTPError'), { response }))).toBe(apiError)
    expect(apiErrorOf(Object.assign(new Error('x'), { headers: response.headers }))).toBe(apiError)
  })

  test('takes the nearest', () => {
    const near = fakeApiError({ reason: 'internal' })
    expect(apiErrorOf({ cause: { cause: apiError }, detail: near })).toBe(near)
  })

  test('comes to an end in a cycle, a long chain and a wide one', () => {
    const cycle: Record<string, unknown> = {}
    cycle['cause'] = cycle
    cycle['detail'] = { originalError: cycle }
    expect(apiErrorOf(cycle)).toBeUndefined()
    let chain: object = apiError
    for (let depth = 0; depth < 1000; depth++) chain = { cause: chain }
    expect(apiErrorOf(chain)).toBeUndefined()
    const grown = (depth: number): object =>
      depth === 0 ? {} : { cause: grown(depth - 1), detail: grown(depth - 1), error: grown(depth - 1) }
    expect(apiErrorOf(grown(8))).toBeUndefined()
  })

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a function', () => apiError],
    ['an Error', new Error('x')],
    ['a text as a cause', { cause: 'x' }],
    ['another way', { errors: [apiError], inner: apiError }],
    ['getters that throw', Object.defineProperty({}, 'cause', { get: trap })],
    ['a proxy whose traps throw', new Proxy({}, { get: trap, has: trap })],
    ['a revoked proxy', revoked()],
    ['one whose cause is revoked', { cause: revoked() }],
  ])('finds nothing in %s', (_name, value) => {
    expect(apiErrorOf(value)).toBeUndefined()
  })

  test('a getter that throws hides no other way', () => {
    const value = Object.defineProperty({ detail: apiError }, 'cause', { get: trap })
    expect(apiErrorOf(value)).toBe(apiError)
  })
})
