import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { allProviders } from '@unifault/providers/all-providers'
import { readCatalog } from '../../providers/scripts/read-catalog.ts'
import { dataFiles } from './data-files.ts'
import type { ProviderFile, Row } from './form.ts'

const files = dataFiles(allProviders)
const parse = (path: string): unknown => JSON.parse(files.get(path) ?? 'null')
const providerFiles = allProviders.map(({ id }) => parse(`providers/${id}.json`) as ProviderFile)
const tables = readCatalog()

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../schema.json'), 'utf8')) as { $id?: string }
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    date: /^\d{4}-[01]\d-[0-3]\d$/,
    regex: (text: string) => new RegExp(text) instanceof RegExp,
  },
})
ajv.addSchema(schema, 'schema.json')

function faults(ref: string, data: unknown): unknown {
  const validate = ajv.getSchema(ref)
  return validate?.(data) === true ? [] : (validate?.errors ?? 'no such schema')
}

describe('the schema', () => {
  test.each([
    ['schema.json#/$defs/index', 'index.json'],
    ['schema.json#/$defs/codes', 'codes.json'],
    ['schema.json#/$defs/taxonomy', 'taxonomy.json'],
  ])('%s holds of %s', (ref, path) => {
    expect(faults(ref, parse(path))).toEqual([])
  })

  test.each(providerFiles.map((file) => [file.id, file] as const))('holds of providers/%s.json', (_id, file) => {
    expect(faults('schema.json', file)).toEqual([])
  })

  test.each<[what: string, change: object]>([
    ['another version', { v: 2 }],
    ['a member that it does not know', { codes: {} }],
    ['a place that is no place', { dialects: [{ name: 'api', places: { code: [7] }, isData: true, rows: [] }] }],
    [
      'a row without a source',
      {
        dialects: [{ name: 'api', places: {}, isData: true, rows: [{ code: '1', reason: 'internal', sources: [] }] }],
      },
    ],
    [
      'a test that no row has',
      {
        dialects: [
          {
            name: 'api',
            places: {},
            isData: true,
            rows: [{ code: '1', reason: 'ok', when: 'body=x', sources: ['seed:000'] }],
          },
        ],
      },
    ],
  ])('refuses %s', (_what, change) => {
    expect(faults('schema.json', { ...providerFiles[0], ...change })).not.toEqual([])
  })
})

test('every row of every table stands in its provider’s file, whole', () => {
  for (const { provider, dialect, rows } of tables) {
    const file = providerFiles.find(({ id }) => id === provider)
    const written = file?.dialects.find(({ name, rows }) => name === dialect && rows.length > 0)?.rows ?? []
    expect(written.map(({ code, reason, zh = '', en = '', when = '' }) => [code, reason, zh, en, when])).toEqual(
      rows.map(({ code, reason, zh, en, when }) => [code, reason, zh, en, when]),
    )
    expect(written.map(({ sources }) => (sources as string[]).join('; '))).toEqual(
      rows.map(({ source }) => source.replace(/(^|; )names /g, '$1')),
    )
  }
})

test('a dialect that reads the rows of another names one that has some', () => {
  for (const { dialects } of providerFiles)
    for (const { rowsOf, rows } of dialects)
      if (rowsOf !== undefined) {
        expect(rows).toEqual([])
        expect(dialects.find(({ name }) => name === rowsOf)?.rows.length).toBeGreaterThan(0)
      }
})

test('the index counts what the files hold', () => {
  const { providers } = parse('index.json') as {
    providers: { id: string; dialects: number; rows: number; remedies: number }[]
  }
  const counted = providerFiles.map(({ id, dialects }) => {
    const rows = dialects.flatMap((one) => one.rows)
    const remedies = rows.filter(({ fixZh, fixEn }) => fixZh !== undefined || fixEn !== undefined).length
    return { id, dialects: dialects.length, rows: rows.length, remedies }
  })
  expect(providers.map(({ id, dialects, rows, remedies }) => ({ id, dialects, rows, remedies }))).toEqual(counted)
})

test('codes.json has every exact code, sorted, with each table that has it, and no family', () => {
  const { codes } = parse('codes.json') as { codes: Record<string, string[]> }
  const found = Object.entries(codes).flatMap(([code, places]) => places.map((place) => `${place}\t${code}`))
  const rows = tables.flatMap(({ provider, dialect, rows: all }) =>
    all.map(({ code }) => `${provider}/${dialect}\t${code}`),
  )
  expect(new Set(found)).toEqual(new Set(rows.filter((row) => !row.includes('*'))))
  const words = Object.keys(codes).filter((code) => !/^\d+$/.test(code))
  expect(words).toEqual(words.toSorted())
})

test('words.tsv says of every row its words, and the bytes at which it stands in its provider’s file', () => {
  const [head = '', body = ''] = files.get('words.tsv')?.split('\n\n') ?? []
  const lines = body.split('\n').map((line) => line.split('\t'))
  const read: string[] = []
  const wrong: string[][] = []
  let taken = 0
  for (const [provider = '', dialect = '', first, length] of head.split('\n').map((line) => line.split('\t'))) {
    const bytes = Buffer.from(files.get(`providers/${provider}.json`) ?? '')
    let [at, left] = [Number(first), Number(length)]
    for (let line: string[] = []; left > 0; left -= Buffer.byteLength(line.join('\t')) + 1) {
      line = lines[taken++] ?? []
      const row = JSON.parse(bytes.toString('utf8', at, at + Number(line[0]))) as Row
      const said = [row.code, row.zh, row.en].map((text = '') => text.toLowerCase().replace(/\s+/g, ' '))
      if (said.join('\t') !== line.slice(1).join('\t')) wrong.push(line)
      read.push(`${provider} ${dialect} ${JSON.stringify(row)}`)
      at += Number(line[0]) + 1
    }
  }
  expect(lines.slice(taken)).toEqual([['']])
  expect(wrong).toEqual([])
  expect(read).toEqual(
    providerFiles.flatMap(({ id, dialects }) =>
      dialects.flatMap(({ name, rows }) => rows.map((row) => `${id} ${name} ${JSON.stringify(row)}`)),
    ),
  )
})

test('a day is told only of sources that the rows cite, and of most that name a version', () => {
  const versioned = { known: 0, all: 0 }
  for (const { dialects, lastVerified = {} } of providerFiles) {
    const cited = new Set(dialects.flatMap(({ rows }) => rows.flatMap(({ sources }) => sources as string[])))
    expect(Object.keys(lastVerified).filter((source) => !cited.has(source))).toEqual([])
    versioned.known += Object.keys(lastVerified).length
    versioned.all += [...cited].filter((source) => /@[0-9a-f]{7,40} |@\d+\.\d+\.\d+\//.test(source)).length
  }
  expect(versioned.known / versioned.all).toBeGreaterThan(0.9)
})
