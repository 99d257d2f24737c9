import { generic } from '@unifault/providers/generic'
import { createRecovery, repeat } from '@unifault/recovery'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientsOf } from './clients.ts'
import { serve, type TestServer } from './server.ts'

vi.setConfig({ testTimeout: 120_000 }) // real servers, on machines that are busy

let server: TestServer | undefined
afterEach(() => server?.close())

const requests = 1000
/** As many as a client has under way. */
const width = 50

async function all(call: (index: number) => Promise<unknown>): Promise<number> {
  let next = 0
  let successes = 0
  const worker = async (): Promise<void> => {
    while (next < requests)
      await call(next++).then(
        () => successes++,
        () => undefined,
      )
  }
  await Promise.all(Array.from({ length: width }, worker))
  return successes
}

describe.each(['axios', 'fetch', 'ky'] as const)('1,000 requests through %s', (client) => {
  test('against a server that fails throughout cost at most 1,200 sendings', async () => {
    server = await serve(() => ({ status: 503 }))
    const { url, received } = server
    const call = clientsOf(createRecovery({ repeat: repeat({ attempts: 5 }) }), generic)[client]
    expect(await all(() => call(url))).toBe(0)
    expect(received.length).toBeGreaterThan(requests)
    expect(received.length).toBeLessThanOrEqual(1.2 * requests)
  })

  test('against one that fails every twentieth time all succeed', async () => {
    server = await serve((_request, count) => ({ status: count % 20 === 0 ? 503 : 200, body: { data: 1 } }))
    const { url, received } = server
    const call = clientsOf(createRecovery({ repeat: repeat({ attempts: 5 }) }), generic)[client]
    expect(await all(() => call(url))).toBe(requests)
    expect(received.length).toBeLessThanOrEqual(1.2 * requests)
  })
})
