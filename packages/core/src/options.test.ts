import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import { createClassifier } from './classify.ts'
import { type ClassifierOptions, createReporter, readPerCall, settle } from './options.ts'
import { defineProvider } from './provider.ts'

const shop = defineProvider({ id: 'shop', hosts: ['shop.example'], dialects: [{ code: 'code' }] })
const words = { read: (): undefined => undefined }
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the options of a classifier', () => {
  test.each<[unknown, string]>([
    [null, '`options` must be an object, got null'],
    ['status', '`options` must be an object, got "status"'],
    [
      { fallbak: false },
      '`fallbak` is not an option; expected one of fallback, words, redact, pass, onPass, onError, onUnknownCode, onUnjudged, onDefect',
    ],
    [{ fallback: 'generic' }, '`fallback` must be \'status\', a provider or false, got "generic"'],
    [{ fallback: true }, "`fallback` must be 'status', a provider or false, got true"],
    [{ fallback: null }, "`fallback` must be 'status', a provider or false, got null"],
    [{ fallback: { id: 'x' } }, '`fallback` must be made by `defineProvider`, got {"id":"x"}'],
    [{ words: {} }, '`words` must be a words model, or { model, atLeast }, got {}'],
    [{ words: null }, '`words` must be a words model, or { model, atLeast }, got null'],
    [{ words: { model: {} } }, '`words` must be a words model, or { model, atLeast }, got {"model":{}}'],
    [{ words: { model: words, atLeast: 0 } }, '`words.atLeast` must be a number above 0 and at most 1, got 0'],
    [{ words: { model: words, atLeast: 1.1 } }, '`words.atLeast` must be a number above 0 and at most 1, got 1.1'],
    [{ words: { model: words, atLeast: NaN } }, '`words.atLeast` must be a number above 0 and at most 1, got null'],
    [{ redact: true }, '`redact` must be a function, got true'],
    [{ pass: 'throttled' }, '`pass` must be an array of reasons or categories, or a function, got "throttled"'],
    [{ pass: ['throttled', 'fast'] }, '`pass[1]` must be a reason or a category, got "fast"'],
    [{ pass: ['ok'] }, '`pass[0]` must be a reason or a category, got "ok"'],
    [{ onPass: 'log' }, '`onPass` must be a function, got "log"'],
    [{ onError: 'log' }, '`onError` must be a function, got "log"'],
    [{ onUnknownCode: {} }, '`onUnknownCode` must be a function, got {}'],
    [{ onUnjudged: [] }, '`onUnjudged` must be a function, got []'],
    [{ onDefect: 5 }, '`onDefect` must be a function, got 5'],
  ])('%j are refused: %s', (options, message) => {
    for (const providers of [shop, [shop]])
      expect(() => createClassifier(providers, options as ClassifierOptions)).toThrow(new TypeError(message))
  })

  test.each<ClassifierOptions>([
    {},
    { fallback: 'status' },
    { fallback: false },
    { fallback: shop },
    { words },
    { words: { model: words, atLeast: 1 } },
    { pass: [] },
    { pass: ['auth', 'throttled'] },
    { pass: () => true },
    {
      fallback: undefined,
      words: undefined,
      redact: undefined,
      pass: undefined,
      onPass: undefined,
      onError: undefined,
      onUnknownCode: undefined,
      onUnjudged: undefined,
      onDefect: undefined,
    },
  ])('%j are taken, with one provider and with a list', (options) => {
    expect(() => createClassifier(shop, options)).not.toThrow()
    expect(() => createClassifier([], options)).not.toThrow()
  })

  test('are its own alone: a polluted prototype gives none', () => {
    const polluted = Object.prototype as { pass?: unknown; fallback?: unknown }
    polluted.pass = () => true
    polluted.fallback = false
    try {
      const error = createClassifier([])({
        url: 'https://x.example/',
        method: 'GET',
        status: 500,
        headers: {},
        body: '',
      })
      expect(error?.reason).toBe('internal')
    } finally {
      delete polluted.pass
      delete polluted.fallback
    }
  })
})

describe('the option of one call', () => {
  test('that is left out is empty, and false switches us off', () => {
    expect(readPerCall(undefined, 'apiErrors')).toEqual({})
    expect(readPerCall(false, 'apiErrors')).toBeUndefined()
  })

  test.each([
    {},
    { provider: shop },
    { pass: ['throttled'] },
    { pass: () => true },
    { idempotent: false },
    { fallback: false },
    { fallback: 'status' },
    { fallback: shop },
    { provider: undefined, pass: undefined, idempotent: undefined, fallback: undefined },
  ])('as %o is taken, without what it inherits', (option) => {
    const read = readPerCall(option, 'apiErrors')
    expect({ ...read }).toEqual(option)
    expect((read as { toString?: unknown }).toString).toBeUndefined()
  })

  test.each<[unknown, string]>([
    [null, '`apiErrors` must be false or an object, got null'],
    [true, '`apiErrors` must be false or an object, got true'],
    ['off', '`apiErrors` must be false or an object, got "off"'],
    [{ passes: [] }, '`apiErrors.passes` is not an option; expected one of provider, pass, idempotent, fallback'],
    [{ pass: ['x'] }, '`apiErrors.pass[0]` must be a reason or a category, got "x"'],
    [{ provider: 'shop' }, '`apiErrors.provider` must be made by `defineProvider`, got "shop"'],
    [{ provider: null }, '`apiErrors.provider` must be made by `defineProvider`, got null'],
    [
      { provider: { id: 'x', dialects: [] } },
      '`apiErrors.provider` must be made by `defineProvider`, got {"id":"x","dialects":[]}',
    ],
    [{ idempotent: 'yes' }, '`apiErrors.idempotent` must be a boolean, got "yes"'],
    [{ fallback: 'generic' }, '`apiErrors.fallback` must be \'status\', a provider or false, got "generic"'],
  ])('as %j is refused: %s', (option, message) => {
    expect(() => readPerCall(option, 'apiErrors')).toThrow(new TypeError(message))
  })
})

describe('the reporter of defects', () => {
  test('tells the hook, which may throw or reject', async () => {
    const told: unknown[] = []
    createReporter((defect) => void told.push(defect))(new Error('x'), 'pass')
    expect(told).toEqual([{ error: new Error('x'), at: 'pass' }])
    const fail = (): never => {
      throw new Error('hook')
    }
    expect(() => createReporter(fail)(1, 'x')).not.toThrow()
    expect(() => createReporter(() => Promise.reject(new Error('hook')) as never)(1, 'x')).not.toThrow()
    await settled()
  })

  test('without a hook warns of the first, without its words', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    try {
      const report = createReporter(undefined)
      report(new RangeError('SECRET'), 'onError')
      report(new Error('SECRET'), 'pass')
      expect(warn.mock.calls).toEqual([['unifault: onError threw RangeError; give `onDefect` to see it']])
      createReporter(undefined)('SECRET', 'shop api')
      expect(warn.mock.calls[1]).toEqual(['unifault: shop api threw string; give `onDefect` to see it'])
    } finally {
      warn.mockRestore()
    }
  })
})

describe('what a hook returns', () => {
  test.each<[string, () => unknown]>([
    ['a promise', () => Promise.reject(new Error('late'))],
    ['a promise of another realm', () => runInNewContext('Promise.reject(new Error("late"))') as unknown],
    [
      'a thenable',
      () => ({
        then: (_resolve: unknown, reject: (error: Error) => void) => reject(new Error('late')),
      }),
    ],
  ])('as %s that rejects is told', async (_name, make) => {
    const told: unknown[] = []
    settle(make(), (error) => told.push(error))
    await settled()
    expect(told).toMatchObject([{ message: 'late' }])
  })

  test.each([undefined, null, 5, 'x', {}, { then: 5 }, [], () => 1])('as %s is nothing to wait for', async (result) => {
    const told: unknown[] = []
    settle(result, (error) => told.push(error))
    await settled()
    expect(told).toEqual([])
  })
})
