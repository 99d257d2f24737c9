import { createClassifier } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '../scripts/read-catalog.ts'
import { type Payload, readPayloads } from '../scripts/read-payloads.ts'
import { allProviders } from './all-providers.ts'

const byHost = createClassifier(allProviders)

function isOwn(url: string, hosts: readonly string[] = []): boolean {
  const { hostname } = new URL(url)
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

function parsed({ body }: Payload): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

describe.each(allProviders.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  const payloads = readPayloads(id)

  test('has three payloads or more, of errors and of successes', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(3)
    expect(payloads.some((payload) => payload.expect === null)).toBe(true)
    expect(payloads.some((payload) => payload.expect !== null)).toBe(true)
  })

  const bound = createClassifier(provider)
  test.each(payloads.map((payload) => [payload.title, payload] as const))('%s', (_title, payload) => {
    for (const classify of isOwn(payload.url, provider.hosts) ? [byHost, bound] : [bound]) {
      const error = classify(payload)
      if (payload.expect === null) expect(error).toBeUndefined()
      else {
        const { by, ...fields } = payload.expect
        expect(error).toMatchObject({ provider: id, ...fields, ...(by === undefined ? {} : { matchedBy: { by } }) })
      }
      // A client that has parsed the body already gets the same judgement.
      const again = classify({ ...payload, body: parsed(payload) })
      expect([again?.reason, again?.retry]).toEqual([error?.reason, error?.retry])
    }
  })
})

const tables = readCatalog()
const sourcesOf = (id: string): string[] =>
  tables.filter(({ provider }) => provider === id).flatMap(({ rows }) => rows.map(({ source }) => source))

/** Most of its codes were read by another project, which need not have shown the envelope. */
function isSecondHand({ id }: { readonly id: string }): boolean {
  const sources = sourcesOf(id)
  return sources.filter((source) => source.includes('unpkg.com/ccxt@')).length * 2 > sources.length
}

test.each(allProviders.filter(isSecondHand).map((provider) => [provider.id, provider] as const))(
  'each envelope of %s is shown by an answer that names its source',
  (id, provider) => {
    const classify = createClassifier(provider)
    const shown = readPayloads(id)
      .filter(({ source = '' }) => /^https:\/\/\S+$|^[\w.-]+\/[\w.-]+@[\da-f]{12} \S.*$/.test(source))
      .map((payload) => classify(payload)?.matchedBy.dialect)
    for (const { name } of provider.dialects) expect(shown).toContain(name)
  },
)
