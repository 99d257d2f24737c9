import { type ApiError } from '@unifault/core'
import { setOrigin } from '@unifault/core/adapter'
import { fakeApiError } from '@unifault/core/testing'
import { describe, expect, test } from 'vitest'
import { createRecovery, type Recovery } from './create-recovery.ts'
import { refresh } from './refresh.ts'
import { repeat } from './repeat.ts'
import { signing } from './signing.ts'

function skewed(headers: unknown): ApiError {
  const error = fakeApiError({ reason: 'clock-skew' })
  setOrigin(error, { error: undefined, response: undefined, headers, body: undefined })
  return error
}

/** Calls through a client whose server accepts a timestamp within a second of its own, which is `ahead` of ours. */
function call(recovery: Recovery, ahead: number, headers: (date: string) => unknown, sent: number[]): Promise<string> {
  let stamp = ''
  const fields = { get: () => undefined, set: (_name: string, value: string) => void (stamp = value), delete() {} }
  return recovery.handle({
    signal: undefined,
    canRepeat: () => true,
    prepare: () => ({
      method: 'GET',
      url: 'https://api.example.com/',
      headers: fields,
      query: fields,
      native: undefined,
    }),
    async send() {
      sent.push(Number(stamp))
      const now = Date.now() + ahead
      if (Math.abs(Number(stamp) - now) > 2000) throw skewed(headers(new Date(now).toUTCString()))
      return 'done'
    },
  })
}

const signed = (): Recovery =>
  createRecovery({
    signing: signing(async (request, { offsetMs }) =>
      request.headers.set('x-timestamp', String(Date.now() + offsetMs)),
    ),
  })

describe('signing', () => {
  test.each([
    ['Headers', (date: string) => new Headers({ date })],
    ['a plain object', (date: string) => ({ date })],
  ])('is done once more with the offset of the server, told in %s, and then at once', async (_name, headers) => {
    const sent: number[] = []
    const recovery = signed()
    expect(await call(recovery, 3_600_000, headers, sent)).toBe('done')
    expect(sent.length).toBe(2)
    expect(await call(recovery, 3_600_000, headers, sent)).toBe('done')
    expect(sent.length).toBe(3)
  })

  test('is not repeated without a date that can be read', async () => {
    for (const headers of [() => ({}), () => undefined, () => ({ date: 'yesterday' })]) {
      const sent: number[] = []
      await expect(call(signed(), 3_600_000, headers, sent)).rejects.toMatchObject({ reason: 'clock-skew' })
      expect(sent.length).toBe(1)
    }
  })

  test('is not repeated where the error says never, as for mere words', async () => {
    let sent = 0
    const error = Object.assign(skewed({ date: new Date().toUTCString() }), { retry: 'never' })
    const send = (): Promise<never> => {
      sent++
      return Promise.reject(error)
    }
    await expect(signed()(send)).rejects.toBe(error)
    expect(sent).toBe(1)
  })

  test('is repeated once only', async () => {
    const sent: number[] = []
    const wrong = (): unknown => ({ date: new Date(0).toUTCString() })
    await expect(call(signed(), 3_600_000, wrong, sent)).rejects.toMatchObject({ reason: 'clock-skew' })
    expect(sent.length).toBe(2)
  })

  test('covers the credential and the idempotency key', async () => {
    const headers = new Map<string, string>()
    const fields = {
      get: (name: string) => headers.get(name),
      set: (name: string, value: string) => void headers.set(name, value),
      delete: (name: string) => void headers.delete(name),
    }
    let signed: string[] = []
    const recovery = createRecovery({
      repeat: repeat({ idempotencyHeader: 'idempotency-key' }),
      refresh: refresh({
        current: () => 'token',
        apply: (request, token) => request.headers.set('authorization', token),
        refresh: async () => 'new',
      }),
      signing: signing(() => void (signed = [...headers.keys()])),
    })
    const url = 'https://api.example.com/'
    await recovery.handle({
      signal: undefined,
      canRepeat: () => true,
      prepare: () => ({ method: 'POST', url, headers: fields, query: fields, native: undefined }),
      send: async () => 'done',
    })
    expect(signed.sort()).toEqual(['authorization', 'idempotency-key'])
  })

  test('takes a function', () => {
    expect(() => signing('sign' as never)).toThrow('`sign` must be a function')
  })
})
