import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { serviceSources } from './services.ts'

const read = (name: string, files: Readonly<Record<string, string>>) =>
  serviceSources[name]!.read(snapshotOf(files)).map(({ code, en, hint }) => [code, en, hint?.reason])

test("Matrix: the specification's definitions, then what single endpoints list, each code once", () => {
  const page = [
    '`M_LIMIT_EXCEEDED`',
    ': {{% added-in v="1.1" %}} Too many requests have been sent.',
    'Wait a while.',
    '',
    '`M_UNKNOWN`',
    ': An unknown error has occurred.',
    '',
  ].join('\n')
  const endpoint =
    '            - `M_LIMIT_EXCEEDED`: Again.\n            - `M_TOO_LARGE`: The value is\n              too large.\n'
  const files = { 'content/client-server-api/_index.md': page, 'data/api/client-server/profile.yaml': endpoint }
  expect(read('matrix', files)).toEqual([
    ['M_LIMIT_EXCEEDED', 'Too many requests have been sent. Wait a while.', 'quota-exhausted'],
    ['M_TOO_LARGE', 'The value is too large', 'out-of-range'],
  ])
})

test('the App Store: the sentence of each member, and the status in its first digits', () => {
  const member = (text: string, line: string): string =>
    `    /**\n     * ${text}\n     * \n     * {@link a b}\n     */\n    ${line},\n`
  const text = `export enum APIError {\n${member('An error that indicates the app was there.', 'APP_KNOWN = 4090009')}${member(
    'An error that indicates the app wasn’t found, but you can try again.',
    'APP_NOT_FOUND_RETRYABLE = 4040004',
  )}}`
  expect(read('app-store', { 'index.ts': text })).toEqual([
    ['4090009', 'The app was there', 'precondition-failed'],
    ['4040004', 'The app wasn’t found, but you can try again', 'unavailable'],
  ])
})

test("Bluesky: the names of HTTP's statuses and of every lexicon; a described one stands before a bare name", () => {
  const lexicon = (...errors: object[]): string => JSON.stringify({ defs: { main: { errors }, other: {} } })
  const files = {
    'packages/xrpc/src/types.ts': '  Success = 200,\n  UpstreamTimeout = 504,\n',
    'lexicons/a/b.json': lexicon({ name: 'UnknownFeed' }, { name: 'AlreadyThere' }),
    'lexicons/a/c.json': lexicon({ name: 'AlreadyThere', description: 'the thing is there' }),
  }
  expect(read('bluesky', files)).toEqual([
    ['UpstreamTimeout', 'Upstream timeout', 'timeout'],
    ['UnknownFeed', 'Unknown feed', undefined],
    ['AlreadyThere', 'The thing is there', undefined],
  ])
})
