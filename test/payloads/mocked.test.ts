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

/** For each dialect and reason the first code that stands for itself. */
function samplesOf({ dialects }: Provider): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const { name, codes, judge } of dialects)
    for (const row of judge === undefined ? new CodeTable(codes ?? {}).all() : [])
      if (row.outcome !== 'ok' && !row.code.includes('*') && !row.when) {
        const key = `${name} ${row.outcome}`
        if (!found.has(key)) found.set(key, row)
      }
  return found
}

describe.each(allProviders.map((provider) => [provider.id, provider as Provider] as const))('%s', (id, provider) => {
  const clients = clientsFor(provider)

  test('mocked answers are judged through every client to be what was asked for', { timeout: 60_000 }, async () => {
    for (const { code, outcome } of samplesOf(provider).values()) {
      const { url } = fakeResponse(provider, code)
      server.resetHandlers(errorHandler(provider, code, { path: url }))
      for (const [client, send] of Object.entries(clients)) {
        const error = await send({ method: 'GET', url })
        expect(error, `${code} through ${client}`).toMatchObject({ provider: id, reason: outcome })
      }
    }
  })
})
