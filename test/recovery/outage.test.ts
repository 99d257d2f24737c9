import { generic } from '@unifault/providers/generic'
import { createRecovery, repeat } from '@unifault/recovery'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { serve, type TestServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

let server: TestServer | undefined
afterEach(() => server?.close())

/** As many as a client has under way. */
const width = 50

async function all(requests: number, call: () => Promise<unknown>): Promise<number> {
  let next = 0
  let successes = 0
  const worker = async (): Promise<void> => {
    while (next++ < requests)
      await call().then(
        () => successes++,
        () => undefined,
      )
  }
  await Promise.all(Array.from({ length: width }, worker))
  return successes
}

const clients = ['axios', 'fetch', 'ky'] as const

describe.each([[1000, ['fetch']] as const, [200, clients] as const])('%i requests', (requests, some) => {
  test.each(some)(
    'against a server that fails throughout cost at most 1,200 sendings a thousand through %s',
    async (client) => {
      server = await serve(() => ({ status: 503 }))
      const { url, received } = server
      const call = clientsOf(createRecovery({ repeat: repeat({ attempts: 5 }) }), generic)[client]
      expect(await all(requests, () => call(url))).toBe(0)
      expect(received.length).toBeGreaterThan(requests)
      expect(received.length).toBeLessThanOrEqual(1.2 * requests)
    },
  )
})

test.each(clients)(
  '200 requests through %s against one that fails every twentieth time all succeed',
  async (client) => {
    server = await serve((_request, count) => ({ status: count % 20 === 0 ? 503 : 200, body: { data: 1 } }))
    const { url, received } = server
    // Less than ten repetitions take: each success gives back what its own took.
    const call = clientsOf(createRecovery({ repeat: repeat({ attempts: 5, budget: 100 }) }), generic)[client]
    expect(await all(200, () => call(url))).toBe(200)
    expect(received.length).toBeLessThanOrEqual(240)
  },
)
