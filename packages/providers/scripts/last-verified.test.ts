import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lastVerifiedFile, lastVerifiedText, readLastVerified, versionOf } from './last-verified.ts'
import { readCatalog } from './read-catalog.ts'
import { exampleTable } from './rules/example-table.ts'

test.each([
  ['acme/docs@1a2b3c4d docs/errors.md', 'acme/docs@1a2b3c4d'],
  ['https://unpkg.com/ccxt@4.5.84/js/src/okx.js', 'https://unpkg.com/ccxt@4.5.84'],
  ['https://example.com/codes', undefined],
  ['seed:000', undefined],
])('the version of %s is %s', (source, version) => {
  expect(versionOf(source)).toBe(version)
})

test('every day is one, and no version is told that no row cites', () => {
  const text = readFileSync(lastVerifiedFile, 'utf8')
  const days = text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split('\t')[1] ?? '')
  expect(days.filter((day) => Number.isNaN(Date.parse(day)) || !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([])
  const renewed = new Set(lastVerifiedText(readCatalog(), '2000-01-01').split('\n'))
  expect(text.split('\n').filter((line) => !renewed.has(line))).toEqual([])
})

test('a version that is new was read today, one that stands keeps its day', () => {
  const [known = ''] = readFileSync(lastVerifiedFile, 'utf8').split('\n').slice(1)
  const [version = '', day] = known.split('\t')
  const path = version.startsWith('https:') ? '/errors.js' : ' errors.md'
  const table = exampleTable({ source: `acme/docs@1a2b3c4 errors.md; names ${version}${path}; https://example.com` })
  expect(lastVerifiedText([table], '2026-02-03').split('\n').slice(1, -1).toSorted()).toEqual(
    [`acme/docs@1a2b3c4\t2026-02-03`, `${version}\t${day}`].toSorted(),
  )
  expect(readLastVerified()(`${version}${path}`)).toBe(day)
  expect(readLastVerified()('https://example.com')).toBeUndefined()
})
