import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readPatterns } from './patterns.ts'

test('one entry a match, by its named groups', () => {
  const entries = readPatterns(
    snapshotOf({ 'a.h': 'ERR_A = 7, ///< gone\nERR_B = 0,\n' }),
    /h$/,
    /= (?<code>\d+), \/\/\/< (?<text>.+)/g,
    ({ code = '', text = '' }, path) => ({ code, zh: '', en: text, path }),
  )
  expect(entries).toEqual([{ code: '7', zh: '', en: 'gone', path: 'a.h' }])
})
