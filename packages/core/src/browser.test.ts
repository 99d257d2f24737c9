import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { isTransportCode as isAnywhere, readFailure as readAnywhere } from './failure.ts'
import { isTransportCode, readFailure } from './browser.ts'

const errors = [
  new TypeError('Failed to fetch'),
  Object.assign(new Error('Network Error'), { code: 'ERR_NETWORK' }),
  Object.assign(new Error('timeout of 10ms exceeded'), { code: 'ECONNABORTED' }),
  new TypeError('Network request timed out'),
  { errMsg: 'request:fail timeout' },
  { errMsg: 'request:fail' },
  new Error('network timeout at: https://api.example.com/'),
  Object.assign(new Error('no'), { code: 'not a code' }),
  Object.assign(new Error('no'), { code: 7 }),
  undefined,
  null,
  'text',
]

test('in browsers, a failure means what it means everywhere: kind, whether it was sent, and the client’s own code', () => {
  for (const kind of ['network', 'timeout'] as const)
    for (const sent of [true, false, undefined])
      for (const error of errors)
        expect(readFailure({ kind, sent, error }), `${kind} ${sent} ${inspect(error)}`).toEqual(
          readAnywhere({ kind, sent, error }),
        )
})

test('in browsers, whatever has a code is a failure on the way: no upload of a page fails with one', () => {
  for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'ERR_NETWORK', 'ENOENT']) expect(isTransportCode(code)).toBe(true)
  expect(['ECONNRESET', 'UND_ERR_SOCKET', 'ENOENT'].map(isAnywhere)).toEqual([true, true, false])
})
