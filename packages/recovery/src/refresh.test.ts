import { type ApiError } from '@unifault/core'
import { fakeApiError } from '@unifault/core/testing'
import { describe, expect, test, vi } from 'vitest'
import { createRecovery, type Recovery } from './create-recovery.ts'
import type { RefreshEvent } from './part.ts'
import { refresh, type RefreshOptions } from './refresh.ts'
import { repeat } from './repeat.ts'

const expired = (): ApiError => fakeApiError({ reason: 'token-expired' })
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** A server whose tokens are `t0`, `t1` and so on, of which only the latest is good, and a client that keeps one. */
function world(options: Partial<RefreshOptions<string>> = {}): {
  recovery: Recovery<string>
  send: (attempt: { credential: string | undefined }) => Promise<string>
  expire: () => void
  refreshes: () => number
  sent: string[]
  events: RefreshEvent[]
} {
  let valid = 0
  let token = 't0'
  let refreshes = 0
  const sent: string[] = []
  const events: RefreshEvent[] = []
  const recovery = createRecovery({
    repeat: repeat(),
    onRefresh: (event) => events.push(event),
    refresh: refresh({
      current: () => token,
      apply: (request, credential) => request.headers.set('authorization', credential),
      async refresh() {
        refreshes++
        await soon()
        return (token = `t${valid}`)
      },
      ...options,
    }),
  })
  return {
    recovery,
    async send({ credential = '' }) {
      sent.push(credential)
      await soon()
      if (credential !== `t${valid}`) throw expired()
      return 'done'
    },
    expire: () => void valid++,
    refreshes: () => refreshes,
    sent,
    events,
  }
}

describe('refreshing', () => {
  test('happens once for all requests under way, and each is sent once more', async () => {
    const { recovery, send, expire, refreshes, sent, events } = world()
    expire()
    const results = await Promise.all(Array.from({ length: 200 }, () => recovery(send)))
    expect(results).toEqual(Array(200).fill('done'))
    expect(refreshes()).toBe(1)
    expect(sent.length).toBe(400)
    expect(events.map(({ outcome }) => outcome)).toEqual(['started', 'succeeded'])
  })

  test('is held for by requests that come meanwhile: they are sent once, with the new credential', async () => {
    const { recovery, send, expire, sent } = world()
    expire()
    const first = recovery(send)
    while (sent.length === 0) await soon()
    const later = new Promise<string>((resolve, reject) => setTimeout(() => recovery(send).then(resolve, reject), 2))
    expect(await Promise.all([first, later])).toEqual(['done', 'done'])
    expect(sent.filter((token) => token === 't1').length).toBe(2)
  })

  test('does not happen for a request that failed with an older credential than the present one', async () => {
    const { recovery, send, expire, refreshes } = world()
    expire()
    let isLate = false
    const slow = recovery(async (attempt) => {
      if (!isLate) await new Promise((resolve) => setTimeout(resolve, 60))
      isLate = true
      return send(attempt)
    })
    await recovery(send)
    expect(await slow).toBe('done')
    expect(refreshes()).toBe(1)
  })

  test('works where the user keeps the credential elsewhere, or does not store the new one', async () => {
    const { recovery, send, expire, refreshes } = world({ current: async () => 't0' })
    expire()
    expect(await recovery(send)).toBe('done')
    expect(await recovery(send)).toBe('done')
    expect(refreshes()).toBe(1)
  })

  test('adopts what the user has put in its place meanwhile', async () => {
    let token = 't0'
    const { recovery, expire, refreshes, send } = world({ current: () => token })
    expire()
    const result = recovery(async (attempt) => {
      token = 't1'
      return send(attempt)
    })
    expect(await result).toBe('done')
    expect(refreshes()).toBe(0)
  })

  test('that keeps failing is one call, and rejects all who wait with their own errors', async () => {
    let calls = 0
    const { recovery, send, expire, events } = world({
      async refresh() {
        calls++
        await soon()
        throw new Error('no')
      },
    })
    expire()
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => recovery(send)))
    const errors = new Set(results.map((result) => (result as PromiseRejectedResult).reason as ApiError))
    expect(errors.size).toBe(50)
    for (const error of errors) expect(error.reason).toBe('token-expired')
    expect(calls).toBe(1)
    // Who comes right after does not try again.
    await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
    expect(calls).toBe(1)
    expect(events.map(({ outcome }) => outcome)).toEqual(['started', 'failed'])
  })

  test.each(['grant-invalid', 'token-revoked'] as const)(
    'is over for good after %s, until the user has signed in',
    async (reason) => {
      let calls = 0
      let token = 't0'
      const { recovery, send, expire } = world({
        current: () => token,
        async refresh() {
          calls++
          throw fakeApiError({ reason })
        },
      })
      expire()
      vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000)
      await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
      vi.mocked(performance.now).mockReturnValue(performance.now() + 7_200_000)
      await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
      vi.restoreAllMocks()
      expect(calls).toBe(1)
      token = 't1'
      expect(await recovery(send)).toBe('done')
    },
  )

  test('that hangs ends after its time-out', async () => {
    const { recovery, send, expire, events } = world({ timeoutMs: 20, refresh: () => new Promise(() => undefined) })
    expire()
    await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
    expect(events.at(-1)).toMatchObject({ outcome: 'failed', error: { name: 'TimeoutError' } })
  })

  test('may take as long as it likes where its time-out is Infinity', async () => {
    const { recovery, send, expire, refreshes } = world({ timeoutMs: Infinity })
    expire()
    expect(await recovery(send)).toBe('done')
    expect(refreshes()).toBe(1)
  })

  test('happens at most once for a request, and not again for a credential that is rejected when it is new', async () => {
    let refreshes = 0
    const { recovery, events } = world({
      async refresh() {
        return `n${++refreshes}`
      },
      current: () => 't0',
    })
    let sent = 0
    const send = async (): Promise<never> => {
      sent++
      throw expired()
    }
    await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
    expect([sent, refreshes]).toEqual([2, 1])
    await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
    expect([sent, refreshes]).toEqual([3, 1])
    expect(events.length).toBe(2)
  })

  test('that gives the rejected credential back has failed', async () => {
    const { recovery, send, expire, events, sent } = world({ refresh: async (rejected) => rejected })
    expire()
    await expect(recovery(send)).rejects.toMatchObject({ reason: 'token-expired' })
    expect(sent.length).toBe(1)
    expect(events.at(-1)?.outcome).toBe('failed')
  })

  test("one request's abort ends its own wait alone", async () => {
    const { recovery, send, expire, refreshes, sent } = world()
    expire()
    const controller = new AbortController()
    const aborted = recovery(send, { signal: controller.signal }).catch((error: unknown) => error)
    const other = recovery(send)
    while (refreshes() === 0) await soon()
    controller.abort(new Error('enough'))
    expect(await aborted).toMatchObject({ message: 'enough' })
    expect(await other).toBe('done')
    expect(sent.length).toBe(3)
  })

  test.each(['payment-required', 'grant-invalid', 'permission-denied', 'token-revoked'] as const)(
    'is not for %s',
    async (reason) => {
      const { recovery, refreshes } = world()
      await expect(recovery(() => Promise.reject(fakeApiError({ reason })))).rejects.toMatchObject({ reason })
      expect(refreshes()).toBe(0)
    },
  )

  test('is for an unauthenticated answer although a credential was sent, and not without one', async () => {
    const { recovery, refreshes } = world({ same: (a, b) => a === b })
    const send = (): Promise<never> => Promise.reject(fakeApiError({ reason: 'unauthenticated' }))
    await expect(recovery(send)).rejects.toThrow()
    expect(refreshes()).toBe(1)
    const none = world({ current: () => undefined })
    await expect(none.recovery(send)).rejects.toThrow()
    expect(none.refreshes()).toBe(0)
  })

  test.each([
    ['token-expired', 200, 'never', 0],
    ['token-invalid', 403, 'never', 0],
    ['unauthenticated', 200, 'never', 0],
    ['token-expired', 401, 'after-recovery', 1],
    ['unauthenticated', 401, 'never', 1],
  ] as const)('for %s by mere words at %i (%s) happens %i times', async (reason, status, retry, times) => {
    const { recovery, refreshes } = world()
    const error = Object.assign(fakeApiError({ reason, status }), { retry, matchedBy: { by: 'words' } })
    await expect(recovery(() => Promise.reject(error))).rejects.toBe(error)
    expect(refreshes()).toBe(times)
  })

  test('its own request, known by its signal, does not wait for it', async () => {
    const { recovery, send, expire } = world({
      refresh: (_rejected, _error, { signal }) =>
        recovery(async ({ credential }) => `t1${credential ?? ''}`, { signal }),
    })
    expire()
    expect(await recovery(send)).toBe('done')
  })

  test('objects are compared by what they hold', async () => {
    let refreshes = 0
    let access = 'a0'
    const recovery = createRecovery({
      refresh: refresh({
        current: () => ({ access, refresh: 'r' }),
        apply: (request, tokens) => request.headers.set('authorization', tokens.access),
        async refresh() {
          refreshes++
          return { access: (access = 'a1'), refresh: 'r' }
        },
      }),
    })
    const send = async ({ credential }: { credential: { access: string } | undefined }): Promise<string> => {
      if (credential?.access !== 'a1') throw expired()
      return 'done'
    }
    expect(await Promise.all([recovery(send), recovery(send)])).toEqual(['done', 'done'])
    expect(refreshes).toBe(1)
  })

  test('users of one client are kept apart', async () => {
    const refreshed: string[] = []
    const tokens: Record<string, string> = { anna: 'old-anna', bert: 'old-bert' }
    const options: RefreshOptions<string> = {
      scope: ({ url }) => url,
      current: (scope) => tokens[scope],
      apply: (request, token) => request.headers.set('authorization', token),
      async refresh(rejected) {
        await soon()
        const user = rejected.replace('old-', '')
        refreshed.push(user)
        return (tokens[user] = user)
      },
    }
    const recovery = createRecovery({ refresh: refresh(options) })
    const call = (user: string): Promise<string> => {
      const headers = new Map<string, string>()
      const fields = {
        get: (name: string) => headers.get(name),
        set: (name: string, value: string) => void headers.set(name, value),
        delete: (name: string) => void headers.delete(name),
      }
      return recovery.handle({
        signal: undefined,
        canRepeat: () => true,
        prepare() {
          headers.clear()
          return { method: 'GET', url: user, headers: fields, query: fields, native: undefined }
        },
        async send() {
          if (headers.get('authorization') !== user) throw expired()
          return user
        },
      })
    }
    expect(await Promise.all(['anna', 'bert', 'anna', 'bert'].map(call))).toEqual(['anna', 'bert', 'anna', 'bert'])
    expect(refreshed.sort()).toEqual(['anna', 'bert'])
  })

  test('options that are none are refused by name', () => {
    expect(() => refresh({} as never)).toThrow('`current` must be a function')
    expect(() => refresh({ current: () => '', apply() {}, refresh: async () => '', timeoutMs: 0 })).toThrow('timeoutMs')
  })
})
