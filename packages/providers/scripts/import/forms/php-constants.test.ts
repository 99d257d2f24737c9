import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readPhpConstants } from './php-constants.ts'

test('constants are bare names, spelt out', () => {
  const source = "class AReason {\n    const URL_TOO_LONG = 'URL_TOO_LONG';\n    const UNKNOWN = 'UNKNOWN';\n}\n"
  const entries = readPhpConstants(snapshotOf({ 'AReason.php': source }), /\.php$/, (_path, name) =>
    name === 'UNKNOWN' ? undefined : { code: `A.${name}` },
  )
  expect(entries).toEqual([{ code: 'A.URL_TOO_LONG', zh: '', en: 'URL too long', path: 'AReason.php', names: true }])
})
