import type { RawResponse } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import fc from 'fast-check'
import { corpus, headerNames, names } from './corpus.ts'
import { mutateBytes, mutateText, mutateValue } from './mutate.ts'
import type { Random } from './random.ts'

/** What the requests carry, and no view may show. */
export const secret = 'plantedSecret/7f3a9+c1=='

const echoes = [
  secret,
  encodeURIComponent(secret),
  btoa(secret),
  Buffer.from(secret).toString('hex'),
  `Bearer ${secret}`,
]
const hosts = [...allProviders.flatMap(({ hosts = [] }) => hosts), 'unknown.test', 'localhost:8080', '[::1]']
const request = {
  requestHeaders: { authorization: `Bearer ${secret}` },
  requestBody: { client_secret: secret },
}

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(...echoes, ...names, '0', '-1', '200', '429', '\u001B[31m', 'x'.repeat(5000), '账号未登录', ''),
  fc.constantFrom(...echoes).map((echo) => `the token ${echo} is invalid`),
)
const scalars = fc.oneof(
  words,
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<unknown>(null, undefined, 0, -0, 2 ** 53, 1e21, 200, 5_000_000),
)
const values = fc.letrec<{ value: unknown; record: unknown }>((tie) => ({
  record: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
  value: fc.oneof({ depthSize: 'small' }, scalars, tie('record'), fc.array(tie('value'), { maxLength: 4 })),
}))
const headerValues = fc.oneof(
  words,
  fc.integer().map(String),
  fc.constantFrom('5', '1.5', '-3', '1e9', '0', '4102444800'),
)
const bodies = values.record.chain((record) =>
  fc.constantFrom<unknown>(
    record,
    JSON.stringify(record),
    `cb(${JSON.stringify(record)});`,
    new TextEncoder().encode(JSON.stringify(record)),
    new URLSearchParams(Object.entries(record as object).map(([name, value]) => [name, textOf(value)])).toString(),
    `<?xml version="1.0"?><Error>${Object.entries(record as object)
      .map(([name, value]) => `<${name}>${textOf(value)}</${name}>`)
      .join('')}</Error>`,
    `<html><title>${JSON.stringify(record)}</title>`,
  ),
)

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Answers in the shapes of providers: their hosts, their names, any values. */
export const structuredAnswers: fc.Arbitrary<RawResponse> = fc.record({
  url: fc
    .tuple(fc.constantFrom(...hosts), fc.webPath(), fc.constantFrom('', '?access_token=', '#'))
    .map(([host, path, query]) => `https://${host}${path}${query}${query === '' ? '' : encodeURIComponent(secret)}`),
  method: fc.constantFrom('GET', 'POST', 'HEAD', 'get', ''),
  status: fc.oneof(fc.constantFrom(200, 400, 401, 403, 404, 429, 500, 503), fc.integer({ min: -1, max: 1000 })),
  headers: fc.dictionary(fc.constantFrom(...headerNames), headerValues, { maxKeys: 5 }),
  body: bodies,
  requestHeaders: fc.constant(request.requestHeaders),
  requestBody: fc.constant(request.requestBody),
})

// prettier-ignore
const oddScalars: readonly unknown[] = [
  null, true, false, 0, -0, 1, -1, 200, 1.5, 2 ** 53, -(2 ** 60), 1e300, '', '0', ' ', '__proto__', 'constructor',
  '\u001B]0;x\u0007', '\u202Ex\u2028', '\uD800', 'x'.repeat(3000), '<b>', '请求过于频繁', '9007199254740993', [], {},
  [[1]], { code: 1 }, 'aA'.repeat(20_000), 'a_'.repeat(20_000), '. '.repeat(20_000), '系统'.repeat(20_000),
  ...echoes.map((echo) => `no ${echo}`),
]

/** The words that rules about messages know: what their expressions are made of. */
const ruleWords = [generic, ...allProviders].flatMap(({ messages = [] }) =>
  messages.flatMap(
    ({ match }) => (typeof match === 'string' ? match : match.source).match(/[a-z]{2,}|\p{Script=Han}+/gu) ?? [],
  ),
)

/** A few of these words over and over: what an expression that is not linear takes long for. */
function repeatedWords(random: Random): string {
  const few = Array.from(
    { length: 1 + random.below(3) },
    () => random.pick(ruleWords) + random.pick(['', ' ', '_', ', ']),
  )
  return (
    random.pick(ruleWords) + random.pick(['', ' ']) + few.join('').repeat(1 + random.below(40)) + random.pick(['', '!'])
  )
}

/** A recorded document with a value or two replaced, as text or as the client would have parsed it. */
function mutatedDocument(body: string, random: Random): unknown {
  let value: unknown = JSON.parse(body)
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--)
    value = mutateValue(value, random, random.below(4) === 0 ? [repeatedWords(random)] : oddScalars, names)
  return random.below(3) === 0 ? value : JSON.stringify(value)
}

function isDocument(body: string): boolean {
  try {
    return typeof JSON.parse(body) === 'object'
  } catch {
    return false
  }
}

function mutatedBody(recorded: string, random: Random): string | Uint8Array {
  let body = recorded
  if (random.below(4) === 0) {
    const at = random.below(body.length + 1)
    body = body.slice(0, at) + random.pick(echoes) + body.slice(at)
  }
  if (random.below(16) === 0) body += random.pick(corpus).body
  if (random.below(8) !== 0) body = mutateText(body, random)
  return random.below(3) === 0 ? mutateBytes(new TextEncoder().encode(body), random) : body
}

/** A recorded answer with parts of it mutated: its text or bytes, a header, its status, its host. */
export function mutatedAnswer(random: Random): RawResponse {
  const seed = random.pick(corpus)
  const isParsed = random.below(2) === 0 && isDocument(seed.body)
  const body = isParsed ? mutatedDocument(seed.body, random) : mutatedBody(seed.body, random)
  const headers: Record<string, string> = { ...seed.headers }
  if (random.below(3) === 0)
    headers[random.pick(headerNames)] = mutateText(random.pick(Object.values(headers).concat('5')), random)
  const statuses = [200, 400, 401, 403, 404, 429, 500, 503, random.below(1000)]
  return {
    ...request,
    url: random.below(8) === 0 ? mutateText(seed.url, random) : seed.url,
    method: seed.method,
    status: random.below(3) === 0 ? random.pick(statuses) : seed.status,
    headers,
    body,
  }
}
