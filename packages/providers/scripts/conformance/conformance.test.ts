import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClassifier } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { categoryOf } from '../../../core/src/reasons.ts'
import { allProviders } from '../../src/all-providers.ts'
import { readCatalog } from '../read-catalog.ts'

// What the vendors' own clients and ccxt do with an error, as facts, against what we say of it.
// Every difference stands in differences.tsv with the reason why ours stands; one more or one less fails.

type Line = Readonly<Record<string, string>>

function readLines(name: string): Line[] {
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .slice(0, -1)
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

/** How each list's provider puts a code into an answer. */
const answers: Readonly<Record<string, { url: string; body: (code: string) => unknown }>> = {
  'aws-sdk': { url: 'https://dynamodb.us-east-1.amazonaws.com/', body: (code) => ({ __type: code, message: '' }) },
  'aws-models': { url: 'https://dynamodb.us-east-1.amazonaws.com/', body: (code) => ({ __type: code, message: '' }) },
  'google-aip': {
    url: 'https://pubsub.googleapis.com/v1/projects/a',
    body: (status) => ({ error: { status, message: '' } }),
  },
  'google-reasons': {
    url: 'https://www.googleapis.com/drive/v3/files',
    body: (reason) => ({ error: { message: '', errors: [{ domain: 'global', reason }] } }),
  },
  'google-status': { url: 'https://storage.googleapis.com/storage/v1/b/a', body: () => '' },
  azure: { url: 'https://management.azure.com/subscriptions', body: () => '' },
  stripe: { url: 'https://api.stripe.com/v1/charges', body: () => '' },
  openai: { url: 'https://api.openai.com/v1/models', body: () => '' },
  anthropic: { url: 'https://api.anthropic.com/v1/messages', body: () => '' },
}

const classify = createClassifier(allProviders)

/** What we say, in the words of the lists. */
function ours({ list = '', status, code = '', header = '' }: Line): string {
  const { url, body } = answers[list]!
  const [name = '', value = ''] = header.split(': ')
  const content = body(code)
  const error = classify({
    url,
    method: 'GET',
    status: Number(status),
    headers: { 'content-type': 'application/json', ...(name && { [name]: value }) },
    body: content === '' ? '' : JSON.stringify(content),
  })
  return `${error?.reason} ${error?.retry}`
}

/** Whether what we say is what the list says. A client that repeats does so where repeating does no harm, as `if-idempotent` has it. */
function agrees(says: string, said: string): boolean {
  const [reason = '', retry = ''] = said.split(' ')
  if (says === 'clock-skew') return reason === 'clock-skew'
  if (says === 'throttled') return retry === 'after-wait' && categoryOf(reason) === 'rate-limit'
  return (says === 'again') === (retry === 'after-wait' || retry === 'if-idempotent')
}

const differences = readLines('differences.tsv')
const of = (list: string): string[] =>
  differences.filter((line) => line['list'] === list).map(({ what, theirs, ours: our }) => `${what} ${theirs} → ${our}`)

test('every difference says why ours stands', () => {
  for (const { why = '' } of differences) expect(why.length).toBeGreaterThan(20)
})

const retryLists = readLines('retry-lists.tsv')

describe.each(Object.keys(answers))('the retry list of %s', (list) => {
  const lines = retryLists.filter((line) => line['list'] === list)

  test('differs from ours where differences.tsv says so', () => {
    expect(lines.length).toBeGreaterThan(0)
    const found = lines.flatMap((line) => {
      const { says = '', status, code, header } = line
      const said = ours(line)
      const what = [status, code, header].filter(Boolean).join(' ')
      return agrees(says, said) ? [] : [`${what} ${says} → ${said}`]
    })
    expect(found.toSorted()).toEqual(of(list).toSorted())
  })
})

/** The category that a class of ccxt stands for; classes that say nothing of it are not compared. */
const categories: Readonly<Record<string, string>> = {
  AccountNotEnabled: 'auth',
  AccountSuspended: 'auth',
  AuthenticationError: 'auth',
  InvalidNonce: 'auth',
  ManualInteractionNeeded: 'auth',
  PermissionDenied: 'auth',
  RestrictedLocation: 'auth',
  DDoSProtection: 'rate-limit',
  RateLimitExceeded: 'rate-limit',
  BadResponse: 'server',
  ExchangeNotAvailable: 'server',
  NetworkError: 'server',
  NullResponse: 'server',
  OnMaintenance: 'server',
  RequestTimeout: 'server',
}

test("ccxt's classes differ from our categories where differences.tsv says so, in less than a twentieth of all codes", () => {
  const reasons = new Map<string, string>(
    readCatalog().flatMap(({ provider, dialect, rows }) =>
      rows.filter(({ when }) => when === '').map((row) => [`${provider}/${dialect} ${row.code}`, row.reason] as const),
    ),
  )
  const found: string[] = []
  let compared = 0
  for (const { table, class: name = '', codes = '' } of readLines('ccxt-classes.tsv'))
    for (const code of codes.split(' ')) {
      const reason = reasons.get(`${table} ${code}`)
      if (reason === undefined) continue
      compared++
      if (categoryOf(reason) !== (categories[name] ?? 'param')) found.push(`${table} ${code} ${name} → ${reason}`)
    }
  expect(compared).toBeGreaterThan(4000)
  expect(found.length / compared).toBeLessThan(0.05)
  expect(found.toSorted()).toEqual(of('ccxt').toSorted())
})
