import { createClassifier } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { CodeTable } from '../../core/src/codes.ts'
import { fakeRow } from '../../core/src/fake-response.ts'
import { readCatalog } from '../scripts/read-catalog.ts'
import { allProviders } from './all-providers.ts'

/** The documents that the project began with: how many error rows and how many success rows each of them has. */
const seeds = [
  ['seed:000', 28, 0],
  ['seed:001', 71, 2],
  ['seed:002', 46, 3],
  ['seed:003', 45, 0],
  ['seed:004', 79, 0],
] as const

describe.each(seeds)('%s', (seed, errors, successes) => {
  const rows = readCatalog().flatMap(({ provider, dialect, rows: all }) =>
    all
      .filter(({ source, when }) => source.split('; ').includes(seed) && when === '')
      .map((row) => ({ ...row, provider, dialect })),
  )

  test(`has ${errors} error codes, each matched by its own row`, () => {
    const codes = new Set<string>()
    for (const row of rows.filter(({ reason }) => reason !== 'ok')) {
      const provider = allProviders.find(({ id }) => id === row.provider)
      const dialect = provider?.dialects.find(({ name }) => name === row.dialect)
      if (provider === undefined || dialect === undefined) throw new Error(`${row.provider} has no ${row.dialect}`)
      const found = [...new CodeTable(dialect.codes ?? {}).all()].find(
        ({ code, when }) => code === row.code && when === undefined,
      )
      const answer = found && fakeRow(provider, dialect, found)
      expect(answer, `${row.provider} ${row.dialect} ${row.code}`).toBeDefined()
      codes.add(`${row.provider} ${row.code}`)
    }
    expect(codes.size).toBe(errors)
  })

  test(`has ${successes} success codes, which are no errors`, () => {
    const codes = new Set(
      rows.filter(({ reason }) => reason === 'ok').map(({ provider, code }) => `${provider} ${code}`),
    )
    expect(codes.size).toBe(successes)
    for (const one of codes) {
      const [id = '', code = ''] = one.split(' ')
      const provider = allProviders.find((each) => each.id === id)
      if (provider === undefined) throw new Error(`no provider ${id}`)
      const classify = createClassifier(provider)
      for (const field of ['code', 'error_code', 'res_code', 'ret'])
        for (const value of [code, Number(code)])
          expect(
            classify({
              url: undefined,
              method: 'GET',
              status: 200,
              headers: {},
              body: { [field]: value, result: true },
            })?.reason,
          ).toBeUndefined()
    }
  })
})
