import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { reasonTraits } from '../taxonomy/reason-traits.ts'
import { fakeApiError } from '../testing/fake-api-error.ts'
import { apiErrorPrototype, createApiError } from './create-api-error.ts'
import { isApiError } from './is-api-error.ts'

const fields =
  `name message category reason retry isRetryable recovery provider code outerCode status retryAfterMs requestId
param issues providerMessage docUrl matchedBy request`.split(/\s+/)

const full = {
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
} as const

test.each([...reasonTraits])('an error of the reason %s has its category and recovery', (reason, traits) => {
  const error = createApiError({ ...full, reason })
  expect([error.name, error.category, error.reason, error.recovery]).toEqual(['ApiError', traits[0], reason, traits[4]])
  expect(error.message).toBe(`taobao isv.x: ${reason} (HTTP 200): words`)
})

test('toJSON gives exactly the fields, in their order, each as it is', () => {
  const error = createApiError({ ...full, reason: 'throttled' })
  expect(Object.keys(error.toJSON())).toEqual(fields)
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    ...full,
    reason: 'throttled',
    name: 'ApiError',
    category: 'rate-limit',
    recovery: 'wait',
    message: error.message,
  })
})

test('what others attach is in no view', () => {
  const error = fakeApiError({ reason: 'internal' })
  Object.assign(error as object, { response: 'SECRET', config: { token: 'SECRET' }, cause: new Error('SECRET') })
  expect(Object.keys(error.toJSON())).toEqual(fields)
  for (const view of [
    JSON.stringify(error),
    inspect(error),
    inspect({ a: { b: error } }, { depth: 10 }),
    String(error),
  ])
    expect(view).not.toContain('SECRET')
})

test('inspect shows the stack once and exactly the fields', () => {
  const shown = inspect(createApiError({ ...full, reason: 'throttled' }), { depth: 5, colors: false })
  expect(shown.match(/taobao isv\.x: throttled/g)).toHaveLength(1)
  expect(shown).toMatch(/^ApiError: taobao isv\.x: throttled \(HTTP 200\): words\n {4}at /)
  const names = [...shown.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)
  expect(names).toEqual(fields.slice(2))
})

test('inspect stands without a stack, and where the runtime gives no inspect function', () => {
  const error = fakeApiError({ reason: 'internal' })
  error.stack = undefined as never
  expect(inspect(error)).toMatch(/^ApiError: internal \(HTTP 500\) \{/)
  const custom = (error as unknown as Record<symbol, (depth: number, options: object) => unknown>)[
    Symbol.for('nodejs.util.inspect.custom')
  ]
  expect(custom?.call(error, 0, {})).toEqual(error.toJSON())
})

test('an ApiError is an Error without a cause, whose stack begins with its name and message', () => {
  const error = fakeApiError({ reason: 'not-found', provider: 'x' })
  expect(error).toBeInstanceOf(Error)
  expect(Object.prototype.toString.call(error)).toBe('[object Error]')
  expect(String(error)).toBe('ApiError: x: not-found (HTTP 404)')
  expect(error.stack?.startsWith('ApiError: x: not-found (HTTP 404)\n')).toBe(true)
  expect(error.cause).toBeUndefined()
  expect('cause' in error).toBe(false)
})

test('fields are always present, and undefined when unknown', () => {
  const error = fakeApiError({ reason: 'internal' })
  for (const field of fields.slice(2)) expect(Object.hasOwn(error, field), field).toBe(true)
})

test('an ApiError is never frozen or sealed: loggers mark errors', () => {
  expect(Object.isExtensible(fakeApiError({ reason: 'internal' }))).toBe(true)
})

test("an adapter's prototype keeps brand, views and its own getters", () => {
  const prototype = Object.create(apiErrorPrototype, { config: { get: () => 'live', configurable: true } }) as object
  const error = createApiError({ ...full, reason: 'internal' }, prototype)
  expect(isApiError(error)).toBe(true)
  expect((error as unknown as { config: string }).config).toBe('live')
  expect(Object.keys(error.toJSON())).toEqual(fields)
  expect(Object.keys(error)).not.toContain('config')
  expect(inspect(error)).not.toContain('live')
})

test('a stack limit of 0 and a hook that words stacks change nothing but the stack', () => {
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
