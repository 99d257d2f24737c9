import { defineProvider, type Dialect } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { allProviders } from '../../src/all-providers.ts'
import { type Payload, readPayloads } from '../read-payloads.ts'
import { checkDialects } from './index.ts'

test.each(allProviders.map((provider) => [provider.id, provider] as const))(
  'each dialect of %s can be reached, and none takes a success for an error',
  (id, provider) => {
    expect(checkDialects(provider, readPayloads(id))).toEqual([])
  },
)

describe('the lint of the dialects', () => {
  const api: Dialect = { name: 'api', code: 'code', success: [0], codes: { '1': 'throttled' } }

  function found(...dialects: Dialect[]): string[] {
    return checkDialects(defineProvider({ id: 'shop', dialects }), [])
  }

  test('finds nothing in a good envelope', () => {
    expect(found(api)).toEqual([])
  })

  test('finds an envelope that another one stands before', () => {
    expect(found(api, { ...api, name: 'again' })).toEqual([expect.stringContaining('shop again can never be reached')])
  })

  test('finds a dialect of its own making that claims nothing, until a payload is in it', () => {
    const own = { name: 'own', judge: ({ status }: { status: number }) => (status === 418 ? {} : undefined) }
    expect(found(api, own)).toEqual([expect.stringContaining('shop own can never be reached')])
    const teapot: Payload = {
      title: '',
      method: 'GET',
      url: 'https://shop.example/',
      status: 418,
      headers: {},
      body: '{}',
      expect: {},
    }
    expect(checkDialects(defineProvider({ id: 'shop', dialects: [api, own] }), [teapot])).toEqual([])
  })
})
