import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { redactor as deep } from './deep.ts'
import type { RequestView } from './request.ts'
import { redactor as small } from './small.ts'

type Method = (this: unknown, ...values: unknown[]) => unknown

/** The calls that redaction is made of, each counted with the length of what it gives. */
const counted: [object, string[]][] = [
  [RegExp.prototype, ['exec']],
  [String.prototype, ['slice', 'normalize', 'startsWith', 'includes', 'toLowerCase']],
  [Map.prototype, ['get', 'set']],
  [Set.prototype, ['has', 'add']],
]

/** How much work something is: calls, and characters that they give. No clock is asked. */
function workOf(run: () => void): number {
  let work = 0
  const restore: (() => void)[] = []
  for (const [owner, names] of counted)
    for (const name of names) {
      const bag = owner as Record<string, Method>
      const original = bag[name] as Method
      bag[name] = function (...values): unknown {
        const result: unknown = Reflect.apply(original, this, values)
        work += 1
        if (typeof result === 'string') work += result.length / 16
        else if (name === 'exec' && result !== null) work += ((result as RegExpExecArray)[0]?.length ?? 0) / 16
        return result
      }
      restore.push(() => void (bag[name] = original))
    }
  try {
    run()
  } finally {
    for (const one of restore) one()
  }
  return work
}

const builds = [
  ['deep', deep],
  ['small', small],
] as const
const url = new URL('https://api.shop.test/v1/orders')
const cookies = (count: number): string =>
  Array.from({ length: count }, (_, index) => `c${index}=a8Zk${index}Qm1Xc9Vb3N`).join('; ')
/** What one error shows: message, code, parameter, URL, and two issues. */
const texts = [
  '账号未登录',
  '-1121',
  'symbol',
  'https://api.shop.test/v1/orders',
  'Invalid symbol.',
  'price',
  'must be positive',
]
const redactAll = (make: typeof deep, request: RequestView, some = texts): void => {
  const redact = make(request)
  for (const text of some) redact(text)
}

test.each(builds)(
  '%s: an error whose words do not stand in the request costs little, with 25 cookies at most 3 times as much',
  (_build, make) => {
    const none = workOf(() => redactAll(make, { url, headers: { accept: '*/*' } }))
    const some = workOf(() => redactAll(make, { url, headers: { accept: '*/*', cookie: cookies(25) } }))
    expect(some).toBeLessThan(3 * none)
  },
)

test.each(builds)('%s: then nothing is searched: no secret is gathered', (_build, make) => {
  redactAll(make, { headers: { cookie: 'a=1' } }) // the ranks of names are remembered
  const set = vi.spyOn(Map.prototype, 'set')
  try {
    redactAll(make, { url, headers: { cookie: cookies(25) }, body: '{"password":"hunter2-horse"}' })
    expect(set).not.toHaveBeenCalled()
    redactAll(make, { url, body: '{"password":"hunter2-horse"}' }, ['not hunter2-horse'])
    expect(set).toHaveBeenCalled()
  } finally {
    set.mockRestore()
  }
})

/** Bodies that would cost the square of their length, were each value read anew for each name in it. */
const baits: Record<string, string> = {
  'names in values': 'token=',
  'names in quoted values': '{"token":"',
  'names in brackets': 'token:[',
  'names in objects': '"token":{',
  elements: '<password>',
  'elements without an end': '<password ',
  'quoted names': '"password" ',
  'names and values': '{"name":"password","value":"abcd1"},',
  'values and names': '{"value":"abcd1","name":"pin"},',
  multipart: '--b\r\nContent-Disposition: form-data; name="pin"\r\nContent-Type: a\r\n',
  escapes: '%2525',
  backslashes: '\\\\"',
  'URLs with user info': 'https://me:abcd1@',
  blanks: 'password=      ',
  'long names': 'password_',
  'single quotes': "token='",
  CDATA: '<pin><![CDATA[',
  'a secret of many beginnings': '"token":"aaaaaaaaaaaaab",',
}

test.each(Object.entries(baits))(
  'the work grows with the length of a body of %s, not with its square',
  { timeout: 60_000 },
  (_bait, piece) => {
    for (const [build, make] of builds) {
      const workAt = (length: number): number =>
        workOf(() =>
          redactAll(make, { body: piece.repeat(Math.ceil(length / piece.length)) }, [
            'the password token is abcd1 aaaaaaaaaaaaa',
          ]),
        )
      const [one, two, four] = [workAt(14_000), workAt(28_000), workAt(56_000)] as [number, number, number]
      expect(two / one, build).toBeLessThan(2.6)
      expect(four / two, build).toBeLessThan(2.6)
    }
  },
)

test.each(builds)('%s: beyond the bound a longer request costs no more', (_build, make) => {
  const said = ['the password is wrong: hunter2']
  const workAt = (length: number): number =>
    workOf(() => redactAll(make, { body: `{"a":"${'token=abcd1 '.repeat(length / 12)}","password":"hunter2"}` }, said))
  expect(workAt(2_000_000)).toBeLessThan(1.2 * workAt(80_000))
  const many = (count: number): number => workOf(() => redactAll(make, { headers: { cookie: cookies(count) } }, said))
  expect(many(40_000)).toBeLessThan(1.2 * many(4000))
})

test.each(builds)('%s: the texts of one error share one budget', (_build, make) => {
  const request = { body: { token: 'a8Zk27Qm1Xc9Vb3N' } }
  const said = 'abc def token '.repeat(200)
  const workAt = (count: number): number =>
    workOf(() =>
      redactAll(
        make,
        request,
        Array.from({ length: count }, () => said),
      ),
    )
  expect(workAt(2000)).toBeLessThan(1.5 * workAt(100))
})

test.each(builds)(
  '%s: many secrets with one beginning cost no more than a bound, and then nothing is shown',
  (_build, make) => {
    const body = { tokens: Array.from({ length: 6000 }, (_, index) => `aaaaaaaaaa${index}`) }
    const redact = make({ body })
    const said = 'a'.repeat(2000)
    expect(workOf(() => void redact(said))).toBeLessThan(6_000_000)
    for (let count = 0; count < 20; count++) redact(said)
    expect(redact('not aaaaaaaaaa5')).not.toContain('aaaaaaaaaa')
  },
)

test('what is shown keeps neither the answer nor the request alive', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const inUse = (): number => {
    for (let round = 0; round < 3; round++) collect()
    return process.memoryUsage().heapUsed
  }
  const kept: string[] = []
  const keep = (count: number): void => {
    for (let index = 0; index < count; index++) {
      const large = Buffer.alloc(1_000_000, `${index}-abcdefghij `).toString()
      const redact = (index % 2 === 0 ? deep : small)({ body: `password=${large}`, headers: { cookie: large } })
      kept.push(redact(large.slice(10, 60)), redact(`wrong ${large}`), redact(large.slice(0, 12)))
    }
  }
  keep(3)
  const before = inUse()
  keep(20)
  expect(inUse() - before).toBeLessThan(4_000_000)
  expect(kept.length).toBe(69)
})
