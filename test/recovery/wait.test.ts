import type { Provider } from '@unifault/core'
import { generic } from '@unifault/providers/generic'
import { telegram } from '@unifault/providers/telegram'
import { coolDown, createRecovery, repeat, type RetryEvent } from '@unifault/recovery'
import { describe, test, type TestContext, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { type Answer, serve } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

const clients = ['axios', 'fetch', 'ky'] as const
const crowded = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 1' }

/** The ways in which servers say: a second. */
const waits: [name: string, provider: Provider, answer: Answer][] = [
  ['a header', generic, { status: 429, headers: { 'retry-after': '1' }, body: {} }],
  ['a body under 429', telegram, { status: 429, body: { ...crowded, parameters: { retry_after: 1 } } }],
  ['a body under 200', telegram, { status: 200, body: { ...crowded, parameters: { retry_after: 1 } } }],
]

describe.concurrent.each(waits)('a wait told by %s', (_name, provider, answer) => {
  test.for(clients)('is sat out through %s, and hardly more is planned', async (client, { expect, onTestFinished }) => {
    const events: RetryEvent[] = []
    const times: number[] = []
    const server = await serve((_request, count) => {
      times.push(performance.now())
      return count === 1 ? answer : { body: { ok: true, result: 'fine' } }
    })
    onTestFinished(() => server.close())
    const recovery = createRecovery({ repeat: repeat(), onRetry: (event) => events.push(event) })
    expect(await clientsOf(recovery, provider)[client](server.url)).toContain('fine')
    const [first = 0, second = 0] = times
    expect(second - first).toBeGreaterThan(990)
    expect(events.map(({ because }) => because)).toEqual(['wait'])
    expect(events[0]?.delayMs).toBeLessThanOrEqual(1050)
  })

  test('holds the calls that come after, on any client of the recoverer', async ({ expect, onTestFinished }) => {
    const times: number[] = []
    const server = await serve((_request, count) => {
      times.push(performance.now())
      return count === 1 ? answer : { body: { ok: true, result: 'fine' } }
    })
    onTestFinished(() => server.close())
    const { url } = server
    const recovery = createRecovery({ coolDown: coolDown() })
    const calls = clientsOf(recovery, provider)
    await expect(calls.axios(url)).rejects.toMatchObject({ reason: 'throttled', retryAfterMs: 1000 })
    await Promise.all([calls.axios(url), calls.fetch(url), calls.ky(url)])
    const [first = 0, ...others] = times
    expect(others.length).toBe(3)
    for (const time of others) expect(time - first).toBeGreaterThan(990)
  })
})

/** What servers have written there. */
const nonsense = [
  '-1',
  '1e309',
  '1.7976931348623157e308',
  '1700000000',
  '1700000000000',
  '99999999999999999999',
  'soon',
  '',
  'Infinity',
  'NaN',
  '0x10',
  '-0',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
]

describe.concurrent('nonsense for a wait', () => {
  test.for(nonsense)(
    'in a header, "%s", neither repeats at once without end nor sleeps for ever',
    async (value, context) => {
      await survives(context, generic, { status: 429, headers: { 'retry-after': value }, body: {} })
    },
  )

  test.for([-1, 1e308, 1_700_000_000, 1_700_000_000_000, 'soon', null, [], {}, true])(
    'in a body, %s, neither repeats at once without end nor sleeps for ever',
    async (value, context) => {
      await survives(context, telegram, {
        body: { ...crowded, description: 'Too Many Requests', parameters: { retry_after: value } },
      })
    },
  )

  async function survives({ expect, onTestFinished }: TestContext, provider: Provider, answer: Answer): Promise<void> {
    const events: RetryEvent[] = []
    const server = await serve(() => answer)
    onTestFinished(() => server.close())
    const controller = new AbortController()
    const recovery = createRecovery({
      repeat: repeat({ attempts: 3 }),
      coolDown: coolDown(),
      onRetry(event) {
        events.push(event)
        if (event.delayMs > 50) controller.abort()
      },
    })
    await expect(clientsOf(recovery, provider).fetch(server.url, { signal: controller.signal })).rejects.toThrow()
    expect(server.received.length).toBeLessThanOrEqual(3)
    for (const { delayMs, repeat } of events) {
      expect(delayMs).toBeGreaterThanOrEqual(0)
      expect(delayMs).toBeLessThanOrEqual(62_400)
      expect(repeat || delayMs === 0).toBe(true)
    }
  }
})
