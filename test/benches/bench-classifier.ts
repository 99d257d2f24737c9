// What a classifier costs, as ratios in one run: each table has an A/A row, which shows the noise.
import { createClassifier, defineProvider, type Provider, type RawResponse } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { bilibili } from '@unifault/providers/bilibili'
import { generic } from '@unifault/providers/generic'
import { compare, print } from './paired.ts'

const success = '{"code":0,"message":"0","ttl":1,"data":{"mid":123456789}}'
const failure = '{"code":-101,"message":"账号未登录","ttl":1}'

/** Answers of one host with URLs of their own, as a client gets them. */
function answersOf(host: string, body: unknown, requestHeaders: Record<string, string> = {}): RawResponse[] {
  return Array.from({ length: 64 }, (_one, at) => ({
    url: `https://${host}/x/web-interface/nav?page=${at}`,
    method: 'GET',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
    requestHeaders,
  }))
}

/** A client runs a classifier some calls below the user's code. */
function at<T>(depth: number, run: () => T): T {
  return depth === 0 ? run() : at(depth - 1, run)
}

const parsing = (text: string) =>
  [
    [`JSON.parse of ${Buffer.byteLength(text)} bytes`, () => JSON.parse(text) as unknown],
    ['A/A', () => JSON.parse(text) as unknown],
  ] as const

function benchSuccess(): void {
  const answers = answersOf('api.bilibili.com', JSON.parse(success))
  const bound = createClassifier(bilibili)
  const byHost = createClassifier(allProviders)
  const check = (classify: typeof bound) => (index: number) => classify(answers[index % 64] as RawResponse)
  print(
    'Success check of bilibili',
    compare([...parsing(success), ['bound', check(bound)], ['by host, all providers', check(byHost)]], 20_000),
    { bound: '<= 1', 'by host, all providers': '<= 2' },
  )
  const record = Object.fromEntries(Array.from({ length: 20 }, (_one, key) => [`field${key}`, `value ${key}`]))
  const records = answersOf('api.example.com', record)
  const withGeneric = createClassifier(allProviders, { fallback: generic })
  print(
    'Success check of a record of 20 keys, by `generic`',
    compare(
      [...parsing(JSON.stringify(record)), ['generic', (index) => withGeneric(records[index % 64] as RawResponse)]],
      5000,
    ),
    { generic: '<= 4' },
  )
}

/** Success bodies of many shapes and widths, which is where naive checks fall off a cliff. */
function benchShapes(): void {
  const bound = createClassifier(bilibili)
  for (const [shapes, keys] of [
    [1, 3],
    [1000, 3],
    [50, 200],
    [4, 10_000],
  ] as const) {
    const answers = Array.from({ length: shapes }, (_one, shape): RawResponse => {
      const fields = Array.from({ length: keys }, (_key, key) => [`field${shape}_${key}`, key])
      return { ...(answersOf('api.bilibili.com', { ...Object.fromEntries(fields), code: 0 })[0] as RawResponse) }
    })
    print(
      `Success check of bilibili, ${shapes} shapes of ${keys} keys`,
      compare([...parsing(success), ['bound', (index) => bound(answers[index % shapes] as RawResponse)]], 20_000),
    )
  }
}

function provider(id: string, host: string, codes: number): Provider {
  const rows = Array.from({ length: codes }, (_one, index) => [String(-101 - index * 7), 'unauthenticated'])
  return defineProvider({
    id,
    hosts: [host],
    dialects: [
      { code: 'code', message: 'message', success: [0], codes: Object.fromEntries(rows) as Record<string, 'ok'> },
    ],
  })
}

function benchClassification(): void {
  const pass = { pass: ['unauthenticated'] } as const
  const answers = answersOf('api.bilibili.com', JSON.parse(failure))
  const others = Array.from({ length: 499 }, (_one, index) => provider(`other-${index}`, `other-${index}.com`, 1))
  const run = (providers: Provider | Provider[]) => {
    const classify = createClassifier(providers, pass)
    return (index: number) => classify(answers[index % 64] as RawResponse)
  }
  print(
    'Classification alone: the error is passed, so none is made',
    compare(
      [
        ...parsing(failure),
        ['bilibili', run(bilibili)],
        ['30 codes', run(provider('few', 'bilibili.com', 30))],
        ['50,000 codes', run(provider('many', 'bilibili.com', 50_000))],
        ['by host, 1 provider', run([bilibili])],
        ['by host, 500 providers', run([bilibili, ...others])],
      ],
      20_000,
    ),
    { bilibili: '<= 1.5', '50,000 codes': 'as 30 codes', 'by host, 500 providers': 'as 1 provider' },
  )
}

function benchError(): void {
  const limit = Error.stackTraceLimit
  const classify = createClassifier(bilibili)
  const cookies = (length: number): string =>
    Array.from({ length }, (_one, index) => `c${index}=a8Zk${index}Qm1Xc9Vb3N`).join('; ')
  const body: unknown = JSON.parse(failure)
  const withId = { code: -101, message: 'no such thing 3f2504e0-4f89-11d3-9a0c-0305e82c3301' }
  const credentials = { authorization: 'Bearer a8Zk27Qm1Xc9Vb3NpQ7t', 'x-api-key': 'q9Xz8Yw7Vu6Ts5Rr4Qq3' }
  const none = answersOf('api.bilibili.com', body, { accept: 'application/json' })
  const some = answersOf('api.bilibili.com', body, { accept: 'application/json', cookie: cookies(25) })
  const many = answersOf('api.bilibili.com', body, { accept: 'application/json', cookie: cookies(490) })
  const making = (answers: RawResponse[]) => (index: number) =>
    at(10, () => classify(answers[index % 64] as RawResponse))
  for (Error.stackTraceLimit of [10, 0])
    print(
      `Making the error, at the same depth, stack limit ${Error.stackTraceLimit}`,
      compare(
        [
          ['new Error', () => at(10, () => new Error('message'))],
          ['A/A', () => at(10, () => new Error('message'))],
          ['without cookies', making(none)],
          ['with 25 cookies', making(some)],
          ['with 490 cookies', making(many)],
          ['an id in the message', making(answersOf('api.bilibili.com', withId))],
          ['an id, and two credentials sent', making(answersOf('api.bilibili.com', withId, credentials))],
        ],
        2000,
      ),
      Error.stackTraceLimit === 10 ? { 'without cookies': '<= 2', 'with 25 cookies': '<= 3 x without' } : {},
    )
  Error.stackTraceLimit = limit
}

export function benchClassifier(): void {
  benchSuccess()
  benchShapes()
  benchClassification()
  benchError()
}
