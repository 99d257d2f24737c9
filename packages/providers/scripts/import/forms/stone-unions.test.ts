import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readStoneUnions } from './stone-unions.ts'

test('tags of unions of errors, with their text', () => {
  const source =
    'union LookupError\n    malformed_path String?\n        "The path is wrong. See :link:`docs https://x`."\n    locked\n    other*\n\nunion Mode\n    add\n'
  expect(readStoneUnions(snapshotOf({ 'files.stone': source }), /stone$/)).toMatchObject([
    { code: 'malformed_path', en: 'The path is wrong. See docs.' },
    { code: 'locked', en: 'Locked', names: true },
  ])
})
