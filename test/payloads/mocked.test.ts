import type { Provider } from '@unifault/core'
import { fakeResponse } from '@unifault/core/testing'
import { errorHandler } from '@unifault/msw'
import { allProviders } from '@unifault/providers'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CodeTable, type Row } from '../../packages/core/src/codes.ts'
import { clientsFor } from './clients.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

/** The first code of each dialect that stands for itself; every row is walked where no client is needed. */
function samplesOf({ dialects }: Provider): Row[] {
  return dialects
    .filter(({ judge }) => judge === undefined)
    .map(({ codes }) => [...new CodeTable(codes ?? {}).all()])
    .flatMap((rows) => rows.find(({ code, outcome, when }) => outcome !== 'ok' && !code.includes('*') && !when) ?? [])
}

describe.each(allProviders.map((provider) => [provider.id, provider as Provider] as const))('%s', (id, provider) => {
  const clients = clientsFor(provider)

  test('mocked answers are judged through every client to be what was asked for', { timeout: 60_000 }, async () => {
    for (const { code, outcome } of samplesOf(provider)) {
      const { url } = fakeResponse(provider, code)
      server.resetHandlers(errorHandler(provider, code, { path: url }))
      for (const [client, send] of Object.entries(clients)) {
        const error = await send({ method: 'GET', url })
        expect(error, `${code} through ${client}`).toMatchObject({ provider: id, reason: outcome })
      }
    }
  })
})
