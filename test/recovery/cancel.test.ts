import { generic } from '@unifault/providers/generic'
import { coolDown, createRecovery, type Recovery, type RecoveryHooks, refresh, repeat } from '@unifault/recovery'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { type Answer, serve, type TestServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

let server: TestServer | undefined
afterEach(() => server?.close())

const expired = { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }
const crowded = { status: 429, headers: { 'retry-after': '8' } }
const never = 3_600_000

/** Each step at which a call may be aborted: what the server answers, and which event it is that sets off the abort. */
const steps: [name: string, answers: Answer[], abortAt: 'start' | number | keyof RecoveryHooks, sent: number][] = [
  ['before it is sent', [], 'start', 0],
  ['while it is sent', [{ after: never }], 1, 1],
  ['during the wait before a repetition', [crowded], 'onRetry', 1],
  ['during a refresh', [expired], 'onRefresh', 1],
  ['during the second sending', [{ status: 503 }, { after: never }], 2, 2],
]

describe.each(['axios', 'fetch', 'ky'] as const)('a call through %s', (client) => {
  test.each(steps)(
    'aborted %s ends with the client’s own error, and nothing more is sent',
    async (_name, answers, at, sent) => {
      const controller = new AbortController()
      const abort = (): void => void setTimeout(() => controller.abort(), 5)
      server = await serve((_request, count) => {
        if (count === at) abort()
        return answers[count - 1]
      })
      const hooks: RecoveryHooks = typeof at === 'number' || at === 'start' ? {} : { [at]: abort }
      const recovery = recoveryOf(hooks)
      if (at === 'start') controller.abort()
      const { signal } = controller
      const call = clientsOf(recovery, generic)[client]
      const error: unknown = await call(server.url, { signal }).catch((error: unknown) => error)
      expect(error).toMatchObject(client === 'axios' ? { code: 'ERR_CANCELED' } : { name: 'AbortError' })
      expect(server.received.length).toBe(sent)
    },
  )

  test('aborted during a cool-down ends likewise', async () => {
    server = await serve(() => crowded)
    const { url } = server
    const controller = new AbortController()
    const recovery = recoveryOf({ onCoolDown: ({ outcome }) => outcome === 'waiting' && controller.abort() }, false)
    const call = clientsOf(recovery, generic)[client]
    await expect(call(url)).rejects.toMatchObject({ reason: 'throttled' })
    const error: unknown = await call(url, { signal: controller.signal, timeout: 120_000 }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject(client === 'axios' ? { code: 'ERR_CANCELED' } : { name: 'AbortError' })
    expect(server.received.length).toBe(1)
  })
})

describe('ky’s time-out', () => {
  test('ends a call that waits for a refresh with its ApiError; the refresh goes on for the others', async () => {
    server = await serve(({ headers }) => (headers.authorization === 'new' ? { body: { data: 'fine' } } : expired))
    const { url } = server
    let token = 'old'
    let finish = (): void => undefined
    const recovery = createRecovery({
      repeat: repeat(),
      refresh: refresh({
        current: () => token,
        apply: ({ headers }, token) => headers.set('authorization', token),
        async refresh() {
          await new Promise<void>((resolve) => (finish = resolve))
          return (token = 'new')
        },
      }),
    })
    const { ky } = clientsOf(recovery, generic)
    const patient = ky(url, { timeout: 60_000 })
    await expect(ky(url, { timeout: 500 })).rejects.toMatchObject({ reason: 'token-invalid' })
    finish()
    expect(await patient).toContain('fine')
  })

  test('is not slept past by a wait', async () => {
    server = await serve(() => ({ status: 429, headers: { 'retry-after': '30' } }))
    const recovery = createRecovery({ repeat: repeat() })
    await expect(clientsOf(recovery, generic).ky(server.url, { timeout: 20_000 })).rejects.toMatchObject({
      reason: 'throttled',
    })
    expect(server.received.length).toBe(1)
  })
})

function recoveryOf(hooks: RecoveryHooks, repeats = true): Recovery<string> {
  return createRecovery({
    ...(repeats && { repeat: repeat() }),
    coolDown: coolDown(),
    refresh: refresh({
      current: () => 'old',
      apply: ({ headers }, token) => headers.set('authorization', token),
      refresh: () => new Promise(() => undefined),
    }),
    ...hooks,
  })
}
