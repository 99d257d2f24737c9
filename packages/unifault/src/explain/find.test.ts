import { reasons } from '@unifault/core'
import { allProviders as real } from '@unifault/providers/all-providers'
import { expect, test, vi } from 'vitest'
import { allCodes, allProviders, providerData, tablesOf, traitsOf } from '../catalog.ts'
import { nearCodes, nearProvider, rowsOfCode } from './find.ts'
import { exportOf } from './handling.ts'
import { explained } from './show.ts'

// It reads all tables.
vi.setConfig({ testTimeout: 60_000 })

test('the rows of every provider are found by their codes', () => {
  for (const { id } of allProviders())
    for (const { name, rows } of providerData(id).dialects)
      for (const row of rows.filter((_row, index) => index % Math.ceil(rows.length / 10) === 0))
        expect(rowsOfCode(id, row.code), `${id} ${row.code}`).toContainEqual({ provider: id, dialect: name, ...row })
})

test('every code of the index stands where the index says', () => {
  const codes = Object.entries(allCodes()).filter((_entry, index) => index % 50 === 0)
  for (const [code, tables] of codes)
    for (const table of tables) {
      const found = rowsOfCode(table.split('/')[0] ?? '', code)
      expect(found.map(({ provider, dialect }) => `${provider}/${dialect}`)).toContain(table)
      expect(tablesOf(code)).toEqual(tables)
    }
})

test('a code that no row has is explained by the longest family', () => {
  const [row] = rowsOfCode('aliyun', 'Throttling.NobodyHasThis')
  expect(row?.code).toBe('Throttling.*')
})

test('the example names what each provider exports', async () => {
  for (const { id } of real) {
    const module = (await import(`../../../providers/src/${id}.ts`)) as Record<string, { id?: string }>
    expect(module[exportOf(id)]?.id, id).toBe(id)
  }
})

test("a row's own retry stands before that of its reason", () => {
  const paying = rowsOfCode('wechatpay', 'USERPAYING').map(explained)
  expect(paying.map(({ retry }) => retry)).toContain('poll')
  expect(traitsOf('in-progress')?.retry).toBe('after-wait')
})

test('what follows from a reason is known for each', () => {
  for (const reason of reasons) expect(traitsOf(reason), reason).toMatchObject({ reason })
})

test('near names are told by id and by name', () => {
  expect(nearProvider('bilibli')).toBe('bilibili')
  expect(nearProvider('Bilibil')).toBe('bilibili')
  expect(nearProvider('nobody-at-all')).toBeUndefined()
  expect(nearCodes('-353', 'bilibili')).toContain('-352')
  expect(nearCodes('card_decline')).toEqual(['card_declined'])
  expect(nearCodes('card_decline', 'bilibili')).toEqual([])
})
