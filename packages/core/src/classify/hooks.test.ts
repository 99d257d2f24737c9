import { describe, expect, test, vi } from 'vitest'
import type { ApiError } from '../error/api-error.ts'
import { defineProvider } from '../provider/define-provider.ts'
import { envelope } from '../provider/envelope.ts'
import type { RawResponse } from '../reading/raw-response.ts'
import type { Defect } from './classifier-options.ts'
import { createClassifier } from './create-classifier.ts'

const codes = { 1: 'throttled', 2: 'token-expired', 3: 'authorization-pending', 0: 'ok' } as const
const shop = defineProvider({
  id: 'shop',
  hosts: ['shop.example'],
  dialects: [envelope({ code: 'code', message: 'msg', success: [0], codes })],
})
const url = 'https://api.shop.example/x'

function raw(body: unknown, status = 200, more: Partial<RawResponse> = {}): RawResponse {
  return { url, method: 'GET', status, headers: {}, body, ...more }
}

describe('hooks', () => {
  test('onError is told of what is not passed, onUnknownCode of missing rows though passed', () => {
    const onError = vi.fn<(error: ApiError) => void>()
    const onUnknownCode = vi.fn<(error: ApiError) => void>()
    const classify = createClassifier(shop, { onError, onUnknownCode, pass: ['unknown', 'throttled'] })
    classify(raw({ code: 0 }))
    classify(raw({ code: 1 }))
    const expired = classify(raw({ code: 2 }))
    classify(raw({ code: 99 }))
    const failed = classify(raw({ code: 98 }, 503))
    expect(onError.mock.calls).toEqual([[expired], [failed]])
    expect(onUnknownCode.mock.calls.map(([error]) => error.code)).toEqual(['99', '98'])
  })

  test('what hooks throw, now or later, is told to onDefect and changes nothing', async () => {
    const defects: Defect[] = []
    const boom = new Error('boom')
    const fail = (): never => {
      throw boom
    }
    const failLater = (): Promise<never> => Promise.reject(boom)
    for (const hook of [fail, failLater]) {
      const classify = createClassifier(shop, {
        onError: hook,
        onUnknownCode: hook,
        pass: hook as () => never,
        onDefect: (defect) => void defects.push(defect),
      })
      expect(classify(raw({ code: 99 }))).toMatchObject({ reason: 'unknown', code: '99' })
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    const each = ['onUnknownCode', 'pass', 'onError'].map((at) => ({ at, error: boom }))
    expect(defects).toEqual([...each, ...each])
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
    await new Promise((resolve) => setTimeout(resolve, 0))
  })

  test('without onDefect the first is warned of, once per classifier, without its words', () => {
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

describe('a provider that misbehaves', () => {
  const thrower = (): never => {
    throw new Error('judge')
  }
  test.each<[string, () => unknown]>([
    ['throws', thrower],
    [
      'throws nothing',
      () => {
        throw undefined
      },
    ],
    ['is asynchronous', () => Promise.resolve({ code: '1' })],
    ['rejects', () => Promise.reject(new Error('later'))],
    ['never settles', () => new Promise(() => undefined)],
    ['gives null', () => null],
    ['gives a number', () => 5],
    ['gives another word', () => 'error'],
    ['gives a thenable', () => ({ then: () => undefined })],
    ['gives a number as a code', () => ({ code: 5 })],
    ['gives a record as a message', () => ({ message: {} })],
    ['gives issues that are no list', () => ({ issues: 5 })],
    [
      'gives a getter that throws',
      () => ({
        get code() {
          return thrower()
        },
      }),
    ],
  ])('that %s is told to onDefect, and the status decides', async (_name, judge) => {
    const defects: Defect[] = []
    const dialects = [{ name: 'odd', judge: judge as () => undefined }]
    const odd = defineProvider({ id: 'odd', dialects })
    const classify = createClassifier(odd, { onDefect: (defect) => void defects.push(defect) })
    expect(classify(raw({ a: 1 }))).toBeUndefined()
    expect(classify(raw({ a: 1 }, 429))?.reason).toBe('throttled')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(defects.length).toBeGreaterThanOrEqual(2)
  })

  test('the dialects after it are asked, and the defect says which it was', () => {
    const defects: Defect[] = []
    const dialects = [{ name: 'bad', judge: thrower }, envelope({ name: 'good', code: 'code', codes })]
    const classify = createClassifier(defineProvider({ id: 'odd', dialects }), {
      onDefect: (one) => void defects.push(one),
    })
    expect(classify(raw({ code: 1 }))).toMatchObject({ reason: 'throttled', matchedBy: { dialect: 'good' } })
    expect(defects).toMatchObject([{ at: 'odd bad', error: { message: 'judge' } }])
  })
})
