// The shapes on which naive checks fall off a cliff: many shapes, wide records, many codes, many providers, many cookies.
import { createClassifier, defineProvider, type Provider, type RawResponse } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { bilibili } from '@unifault/providers/bilibili'
import { type Case, measure, type Table } from './measure.ts'

const url = 'https://api.bilibili.com/x/web-interface/nav'

function answer(body: unknown, requestHeaders: Record<string, string> = {}): RawResponse {
  return { url, method: 'GET', status: 200, headers: { 'content-type': 'application/json' }, body, requestHeaders }
}

const parsing = (text: string): Case[] => [
  [`JSON.parse of ${Buffer.byteLength(text)} bytes`, () => JSON.parse(text) as unknown, 'the measure'],
  ['A/A', () => JSON.parse(text) as unknown, 'the same again: the noise'],
]

function successes(): Promise<Table> {
  const bound = createClassifier(bilibili)
  const byHost = createClassifier(allProviders)
  const of = (shapes: number, keys: number): Case => {
    const answers = Array.from({ length: shapes }, (_one, shape) =>
      answer({
        ...Object.fromEntries(Array.from({ length: keys }, (_key, key) => [`field${shape}_${key}`, key])),
        code: 0,
      }),
    )
    return [`${shapes} shapes of ${keys} keys`, (index) => bound(answers[index % shapes] as RawResponse), 'undefined']
  }
  const one = answer({ code: 0, message: '0', ttl: 1, data: {} })
  return measure('success-shapes', 'Success check over shapes and keys', [
    ...parsing('{"code":0,"message":"0","ttl":1,"data":{"mid":123456789}}'),
    of(1, 3),
    of(1000, 3),
    of(50, 200),
    of(4, 10_000),
    ['by host, all providers', () => byHost(one), 'undefined'],
  ])
}

function withCodes(id: string, host: string, codes: number): Provider {
  const rows = Array.from({ length: codes }, (_one, index) => [String(-101 - index * 7), 'unauthenticated'])
  return defineProvider({
    id,
    hosts: [host],
    dialects: [{ code: 'code', success: [0], codes: Object.fromEntries(rows) as Record<string, 'ok'> }],
  })
}

function tables(): Promise<Table> {
  const raw = answer({ code: -101, message: 'not signed in' })
  const of = (name: string, providers: Parameters<typeof createClassifier>[0]): Case => {
    const classify = createClassifier(providers, { pass: ['unauthenticated'] })
    return [name, () => classify(raw), 'the reason']
  }
  const others = Array.from({ length: 499 }, (_one, at) => withCodes(`other-${at}`, `other-${at}.example.com`, 1))
  return measure('codes-providers', 'Classification alone over codes and providers', [
    ...parsing('{"code":-101,"message":"not signed in"}'),
    of('30 codes', withCodes('few', 'bilibili.com', 30)),
    of('50,000 codes', withCodes('many', 'bilibili.com', 50_000)),
    of('1 provider by host', [bilibili]),
    of('500 providers by host', [bilibili, ...others]),
  ])
}

function secrets(): Promise<Table> {
  const classify = createClassifier(bilibili)
  const message = 'the account of this session is not signed in'
  const cookies = (count: number): Case => {
    const cookie = Array.from({ length: count }, (_one, at) => `c${at}=a8Zk${at}Qm1Xc9Vb3N`).join('; ')
    const raw = answer({ code: -101, message }, count === 0 ? {} : { cookie })
    return [`${count} cookies`, () => classify(raw), 'ApiError']
  }
  return measure(
    'secrets',
    'An error beside the secrets of its request',
    [
      ['new Error', () => new Error(message), 'a message and a stack'],
      ['A/A', () => new Error(message), 'the same again: the noise'],
      cookies(0),
      cookies(25),
      cookies(490),
    ],
    500,
  )
}

export async function benchWorst(): Promise<Table[]> {
  return [await successes(), await tables(), await secrets()]
}
