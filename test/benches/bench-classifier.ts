import { createClassifier, defineProvider, type Provider } from '@unifault/core'
import { compare, print } from './paired.ts'

const text = '{"code":-101,"message":"账号未登录","ttl":1,"data":{}}'
const url = 'https://api.example.com/nav?page=1'

function provider(id: string, host: string, codes: number): Provider {
  const rows = Object.fromEntries(Array.from({ length: codes }, (_, at) => [String(-101 - at * 7), 'unauthenticated']))
  return defineProvider({
    id,
    hosts: [host],
    dialects: [{ code: 'code', message: 'message', success: [0], codes: rows as Record<string, 'internal'> }],
  })
}

/** Success bodies of many shapes and widths, which is where naive checks fall off a cliff. */
function bodies(shapes: number, keys: number): Record<string, unknown>[] {
  return Array.from({ length: shapes }, (_one, shape) => ({
    ...Object.fromEntries(Array.from({ length: keys }, (_key, at) => [`field${shape}_${at}`, at])),
    code: 0,
    message: 'ok',
  }))
}

const answer = (body: unknown) => ({ url, method: 'GET', status: 200, headers: {}, body })

export function benchClassifier(): void {
  const example = provider('example', 'example.com', 30)
  const bound = createClassifier(example)
  const others = Array.from({ length: 499 }, (_, at) => provider(`other-${at}`, `other-${at}.com`, 1))
  const list = createClassifier([example, ...others])
  const parse = ['JSON.parse of a 60-byte envelope', () => JSON.parse(text) as unknown] as const
  for (const [shapes, keys] of [
    [1, 3],
    [1000, 3],
    [50, 200],
    [4, 10_000],
  ] as const) {
    const answers = bodies(shapes, keys).map(answer)
    const check = (classify: typeof bound) => (at: number) => classify(answers[at % shapes] as (typeof answers)[number])
    print(
      `Success check, ${shapes} shapes of ${keys} keys`,
      compare([parse, ['A/A', parse[1]], ['bound', check(bound)], ['by host, 500 providers', check(list)]], 20_000),
      { bound: '<= 0.15', 'by host, 500 providers': '<= 0.6' },
    )
  }
  const failed = answer(JSON.parse(text))
  const pass = { pass: ['unauthenticated'] } as const
  const wide = createClassifier(provider('wide', 'example.com', 5000))
  print(
    'Classification alone (the error passed, so none is made)',
    compare(
      [
        parse,
        ['A/A', parse[1]],
        ['30 codes', () => bound(failed, pass)],
        ['5,000 codes', () => wide(failed, pass)],
        ['500 providers', () => list(failed, pass)],
      ],
      20_000,
    ),
    { '30 codes': '<= 0.4', '5,000 codes': 'as 30 codes' },
  )
  print(
    'Making the error',
    compare(
      [
        ['new Error', () => new Error(text)],
        ['classify to an ApiError', () => bound(failed)],
      ],
      5000,
    ),
  )
}
