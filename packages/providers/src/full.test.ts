import { type ApiError, createClassifier, type Provider } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { CodeTable, everyRow } from '../../core/src/codes.ts'
import type { Outcome } from '../../core/src/reasons.ts'
import { fakeRow } from '../../core/src/fake-response.ts'
import { readCatalog } from '../scripts/read-catalog.ts'
import { readPayloads } from '../scripts/read-payloads.ts'
import { allProviders } from './all-providers.ts'

const tables = readCatalog()

/** How many rows the tables of a provider have in themselves. */
const allRows = ({ dialects }: Provider): number =>
  [...new Set(dialects.map(({ codes }) => codes))].reduce(
    (sum, codes) => sum + [...everyRow(new CodeTable(codes ?? {}))].length,
    0,
  )

async function fullOf(id: string): Promise<Provider> {
  const exported = (await import(`./generated/${id}/full.ts`)) as Readonly<Record<string, Provider>>
  return Object.values(exported)[0]!
}

describe.each(
  allProviders
    .filter(({ id }) => tables.some(({ provider }) => provider === id))
    .map((provider) => [provider.id, provider] as const),
)('%s in full', { timeout: 120_000 }, (id, provider) => {
  test('has every row of its tables, and is the provider itself where none is left out', async () => {
    const full: Provider = await fullOf(id)
    const own = tables.filter((table) => table.provider === id)
    for (const { dialect: name, rows } of own) {
      const dialect = full.dialects.find((one) => one.name === name)
      const found = new Set(
        [...everyRow(new CodeTable(dialect?.codes ?? {}))].map((row) => `${row.code}\t${row.when ?? ''}`),
      )
      expect(rows.filter(({ code, when }) => !found.has(`${code}\t${when}`))).toEqual([])
    }
    if (allRows(full) === allRows(provider)) expect(full).toBe(provider)
  })

  test('judges every payload alike', async () => {
    const [compact, full] = [createClassifier(provider), createClassifier(await fullOf(id))]
    const gist = (error: ApiError | undefined): unknown[] => [
      error?.reason,
      error?.retry,
      error?.code,
      error?.matchedBy.by,
    ]
    for (const payload of readPayloads(id)) expect(gist(full(payload))).toEqual(gist(compact(payload)))
  })
})

test('in full, an error shows the published row of its code instead of the family', async () => {
  const full = await fullOf('tencent-cloud')
  const published = tables.find(({ provider }) => provider === 'tencent-cloud')!.rows
  const compact = allProviders.find(({ id }) => id === 'tencent-cloud')!
  const kept = new Set([...everyRow(new CodeTable(compact.dialects[0]!.codes ?? {}))].map(({ code }) => code))
  const folded = published.find(({ code, reason }) => !kept.has(code) && reason !== 'ok')!
  const row = { code: folded.code, outcome: folded.reason as Outcome }
  const answer = fakeRow(full, full.dialects[0]!, row)!
  const errors = [compact, full].map((provider) => createClassifier(provider)({ method: 'GET', ...answer }))
  expect(errors.map((error) => error?.reason)).toEqual([folded.reason, folded.reason])
  expect(errors[0]?.matchedBy.row?.code).toContain('*')
  expect(errors[1]?.matchedBy.row?.code).toBe(folded.code)
})
