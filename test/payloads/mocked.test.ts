import type { Provider } from '@unifault/core'
import { fakeResponse } from '@unifault/core/testing'
import { errorHandler } from '@unifault/msw'
import { allProviders } from '@unifault/providers'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CodeTable, everyRow, type Row } from '../../packages/core/src/codes.ts'
import { clientsFor } from './clients.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

/** The first code of each dialect that stands for itself; every row is walked where no client is needed. */
function samplesOf({ dialects }: Provider): { readonly dialect: string | undefined; readonly row: Row }[] {
  return dialects
    .filter(({ judge }) => judge === undefined)
    .flatMap(({ name, codes }) => {
      const rows = [...everyRow(new CodeTable(codes ?? {}))]
      const row = rows.find(({ code, outcome, when }) => outcome !== 'ok' && !code.includes('*') && !when)
      return row === undefined ? [] : [{ dialect: name, row }]
    })
}

/** Where the code counts; nowhere in a dialect behind another one that has the same table and takes all of it. */
function placeOf(provider: Provider, code: string, dialect: string | undefined): string | undefined {
  try {
    return fakeResponse(provider, code, { dialect }).url
  } catch {
    return undefined
  }
}

describe.each(allProviders.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const clients = clientsFor(provider)

  test('mocked answers are judged through every client to be what was asked for', { timeout: 60_000 }, async () => {
    for (const { dialect, row } of samplesOf(provider)) {
      const { code, outcome } = row
      const url = placeOf(provider, code, dialect)
      if (url === undefined) continue
      server.resetHandlers(errorHandler(provider, code, { dialect, path: url }))
      for (const [client, send] of Object.entries(clients)) {
        const error = await send({ method: 'GET', url })
        expect(error, `${code} through ${client}`).toMatchObject({ provider: id, reason: outcome })
      }
    }
  })
})
