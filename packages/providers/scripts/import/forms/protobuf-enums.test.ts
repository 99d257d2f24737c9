import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readProtobufEnums } from './protobuf-enums.ts'

const source = `message E {
  enum ThingError {
    UNSPECIFIED = 0;
    // The thing is too long.
    //
    // An example.
    TOO_LONG = 2;
    BARE_NAME = 3;
  }
  enum Other { X = 1; }
}
`

test('values of the wanted enums, a bare name spelt out', () => {
  const entries = readProtobufEnums(snapshotOf({ 'e.proto': source }), /\.proto$/, /Error$/, ({ name }) =>
    name === 'UNSPECIFIED' ? undefined : {},
  )
  expect(entries).toEqual([
    { code: 'TOO_LONG', zh: '', en: 'The thing is too long', path: 'e.proto' },
    { code: 'BARE_NAME', zh: '', en: 'Bare name', path: 'e.proto', names: true },
  ])
})
