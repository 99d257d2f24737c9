import './seed.ts'
import { createClassifier, defineProvider } from '@unifault/core'
import { allProviders } from '@unifault/providers'
import { bilibili } from '@unifault/providers/bilibili'
import { rayvision } from '@unifault/providers/rayvision'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileShop, knownNames } from './hostile-values.ts'

const jsonable = knownNames.map((value) => {
  try {
    return JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  } catch {
    return {}
  }
})
const status = fc.constantFrom(200, 201, 202, 203, 206, 226, 300, 302, 399)

function forms(body: object): unknown[] {
  const text = JSON.stringify(body)
  return [body, text, new TextEncoder().encode(text), `\uFEFF${text}`, JSON.stringify(text)]
}

test('a body whose success marker is present is never an error, whatever else it holds', () => {
  const plain = createClassifier(
    defineProvider({
      id: 'plain',
      dialects: [{ code: 'code', success: [0, 'OK', true], codes: { 0: 'internal' } }],
    }),
  )
  fc.assert(
    fc.property(jsonable, status, fc.constantFrom(0, '0', 'OK', true), (rest, at, code) => {
      for (const body of forms({ ...rest, code }))
        expect(plain({ url: 'https://shop.example/', method: 'GET', status: at, headers: {}, body })).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})

test('a state of success is never an error, whatever else it holds', () => {
  const classify = createClassifier(hostileShop)
  fc.assert(
    fc.property(jsonable, status, (rest, at) => {
      for (const body of forms({ ...rest, kind: 'state', ok: true }))
        expect(
          classify({ url: 'https://other.example/', method: 'GET', status: at, headers: {}, body }),
        ).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

test('business data under code 0 of Bilibili and 200 of Rayvision is a success', () => {
  const data = fc.json({ maxDepth: 4 }).map((json) => JSON.parse(json) as unknown)
  const cases = fc.constantFrom(
    [
      createClassifier(bilibili),
      'https://api.bilibili.com/x/web-interface/nav',
      { code: 0, message: '0', ttl: 1 },
    ] as const,
    [createClassifier(rayvision), 'https://task.renderbus.com/api', { code: 200, message: 'ok' }] as const,
  )
  fc.assert(
    fc.property(cases, data, ([classify, url, shape], inner) => {
      for (const body of forms({ ...shape, data: { inner } }))
        expect(
          classify({ url, method: 'GET', status: 200, headers: { 'content-type': 'application/json' }, body }),
        ).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

test('any JSON of an unknown host below 400 is a success', () => {
  const classify = createClassifier(allProviders)
  const headers = { 'content-type': 'application/json' }
  fc.assert(
    fc.property(fc.oneof(jsonable, fc.jsonValue()), status, (value, at) => {
      for (const body of [typeof value === 'string' ? undefined : value, JSON.stringify(value)])
        expect(classify({ url: 'https://unknown.example/', method: 'GET', status: at, headers, body })).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})
