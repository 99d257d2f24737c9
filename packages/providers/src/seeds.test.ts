import { createClassifier, remedyOf, type Texts } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { everyRow, CodeTable } from '../../core/src/codes.ts'
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
      const found = [...everyRow(new CodeTable(dialect.codes ?? {}))].find(
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

// 003 and 004 say in a third column what to do: all of the first, and the codes of the second that are words.
test.each([
  ['seed:003', 45],
  ['seed:004', 11],
] as const)('%s says of %i codes what to do, and `remedyOf` answers it in both languages', async (seed, count) => {
  const codes = new Set<string>()
  for (const { provider: id, dialect: name, rows } of readCatalog()) {
    const told = rows.filter(({ source, fixZh = '' }) => source.split('; ').includes(seed) && fixZh !== '')
    if (told.length === 0) continue
    const provider = allProviders.find((one) => one.id === id)
    const dialect = provider?.dialects.find((one) => one.name === name)
    if (provider === undefined || dialect === undefined) throw new Error(`${id} has no ${name}`)
    const texts = async (language: 'zh' | 'en'): Promise<Texts> =>
      ((await import(`./generated/${id}/texts/${language}.ts`)) as { readonly texts: Texts }).texts
    const [zh, en] = [await texts('zh'), await texts('en')]
    const classify = createClassifier(provider)
    for (const { code, fixZh, fixEn } of told) {
      const row = [...everyRow(new CodeTable(dialect.codes ?? {}))].find(
        (one) => one.code === code && one.when === undefined,
      )
      const answer = row && fakeRow(provider, dialect, row)
      const error = answer && classify({ method: 'GET', ...answer })
      expect([error && remedyOf(error, zh), error && remedyOf(error, en)], `${id} ${name} ${code}`).toEqual([
        fixZh,
        fixEn,
      ])
      codes.add(code)
    }
  }
  expect(codes.size).toBe(count)
})
