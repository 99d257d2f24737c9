import { describe, expect, test } from 'vitest'
import type { CatalogTable } from '../read-catalog.ts'
import { cellText, type Entry, spellOut } from './entry.ts'
import { hintOfName } from './hint-of-name.ts'
import { hint, hintOfStatus, param } from './hints.ts'
import { learnWords } from './learned-words.ts'
import { mergeEntries } from './merge-entries.ts'
import { proposeReason } from './propose-reason.ts'
import { openSnapshot } from './snapshot.ts'

const home = { provider: 'acme', dialect: 'api', cite: (path: string) => `acme/sdk@1a2b3c4 ${path}` }
const entry = (code: string, more: Partial<Entry> = {}): Entry => ({
  code,
  zh: '',
  en: `Text of ${code}`,
  path: 'a.go',
  ...more,
})
const sure =
  (reason: string, confidence = 0.99) =>
  () => ({ reason: reason as 'internal', confidence })
const row = { line: 2, code: '1', reason: 'internal', zh: '错误', en: '', when: '', source: 'seed:001' }
const catalog: CatalogTable[] = [{ provider: 'acme', dialect: 'api', file: '', text: '', rows: [row] }]

describe('a list brought into the catalog', () => {
  test('leaves rows that stand, fills their empty cells, and adds what is new', () => {
    const merged = mergeEntries([entry('1'), entry('2')], home, catalog, sure('not-found'))
    expect(merged.filled).toBe(1)
    expect(merged.tables.get('acme/api')).toMatchObject([
      { code: '1', reason: 'internal', zh: '错误', en: 'Text of 1', source: 'seed:001; acme/sdk@1a2b3c4 a.go' },
      { code: '2', reason: 'not-found' },
    ])
    expect(merged.byWords).toEqual(['acme\tapi\t2'])
  })

  test('waits where the publisher and the words disagree, until somebody has decided or left it out', () => {
    const entries = [entry('2', { hint: hint('throttled') })]
    const merged = mergeEntries(entries, home, catalog, sure('not-found'))
    expect(merged.added).toEqual([])
    expect(merged.waiting).toMatchObject([{ code: '2', publisher: 'throttled', words: 'not-found 0.99', decision: '' }])
    const key = 'acme\tapi\t2'
    expect(mergeEntries(entries, home, catalog, sure('not-found'), new Map([[key, 'throttled']])).added).toMatchObject([
      { reason: 'throttled' },
    ])
    expect(mergeEntries(entries, home, catalog, sure('not-found'), new Map([[key, 'leave']])).waiting).toEqual([])
  })

  test('of a code in several files takes the text that most have, and waits where they mean different things', () => {
    const entries = [
      entry('2', { en: 'Rare', path: 'a' }),
      entry('2', { en: 'Often', path: 'b' }),
      entry('2', { en: 'Often', path: 'c' }),
    ]
    expect(mergeEntries(entries, home, [], sure('internal')).added).toMatchObject([
      { en: 'Often', source: 'acme/sdk@1a2b3c4 b' },
    ])
    const byText = (text: string) => ({
      reason: text === 'Rare' ? ('internal' as const) : ('not-found' as const),
      confidence: 0.99,
    })
    expect(mergeEntries(entries, home, [], byText).waiting).toHaveLength(1)
  })

  test('tells of rows that the list has no more, and says where a text is a name', () => {
    const gone = [{ ...catalog[0]!, rows: [{ ...row, code: '9', source: 'acme/sdk@1a2b3c4 a.go' }] }]
    const merged = mergeEntries([entry('2', { names: true })], home, gone, sure('internal'))
    expect(merged.gone).toEqual(['acme/api 9'])
    expect(merged.added).toMatchObject([{ source: 'names acme/sdk@1a2b3c4 a.go' }])
  })
})

describe('a proposed reason', () => {
  test('is the publisher’s, made finer by words that it admits, and neither where a sure word is not admitted', () => {
    const given = entry('x', { hint: hint('invalid-parameter', param) })
    expect(proposeReason(given, sure('out-of-range')).reason).toBe('out-of-range')
    expect(proposeReason(given, sure('internal', 0.2)).reason).toBe('invalid-parameter')
    expect(proposeReason(given, sure('internal', 0.9)).reason).toBeUndefined()
    expect(proposeReason(entry('x'), sure('internal', 0.5)).reason).toBeUndefined()
  })

  test('is no throttling without a word of frequency', () => {
    expect(proposeReason(entry('x', { en: 'The limit of disks is reached' }), sure('throttled')).reason).not.toBe(
      'throttled',
    )
    expect(proposeReason(entry('x', { en: 'Too many requests per second' }), sure('throttled')).reason).toBe(
      'throttled',
    )
  })
})

test.each([
  ['BucketAlreadyExists', 'already-exists'],
  ['NO_SUCH_BUCKET', 'not-found'],
  ['TooManyRequestsException', 'throttled'],
  ['InvalidBucketName', 'invalid-parameter'],
  ['UnsupportedMediaType', 'unsupported'],
  ['ACCESS_DENIED', 'permission-denied'],
])('%s names %s', (name, reason) => {
  expect(hintOfName(name)?.reason).toBe(reason)
})

test.each([
  [404, 'not-found'],
  [429, 'throttled'],
  [503, 'unavailable'],
  [200, undefined],
])('HTTP %i is %s', (status, reason) => {
  expect(hintOfStatus(status)?.reason).toBe(reason)
})

test('words are learned from rows, the same each time', () => {
  const rows = [
    { code: 'A', reason: 'not-found', zh: '实例不存在', en: 'The instance does not exist' },
    { code: 'B', reason: 'throttled', zh: '请求过于频繁', en: 'Too many requests' },
  ]
  const learned = learnWords(rows)
  expect(learned('集群不存在', '')?.reason).toBe('not-found')
  expect(learned('requests are too many', '')?.reason).toBe('throttled')
  expect(learned('集群不存在', '')).toEqual(learnWords(rows)('集群不存在', ''))
})

test('a text for a cell is one line without its full stop, a name is spelt out', () => {
  expect(cellText('  The disk\n is full. ')).toBe('The disk is full')
  expect(cellText('One. Two.')).toBe('One. Two.')
  expect(spellOut('CANNOT_SET_URL_FIELD')).toBe('Cannot set URL field')
  expect(spellOut('ImageDecodeFailed')).toBe('Image decode failed')
  expect(spellOut('B2B_NOT_FOUND')).toBe('B2B not found')
})

test('what is no folder is refused', () => {
  expect(() => openSnapshot('/no/such/folder')).toThrow(TypeError)
})
