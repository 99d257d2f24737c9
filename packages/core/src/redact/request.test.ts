import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { redactor } from './deep.ts'
import { cleanId } from './find.ts'
import { readRequest, type RequestText, type RequestView, shownUrl } from './request.ts'

const secret = 's3cr3t-value'
const hides = (request: RequestView): boolean => redactor(request)(`not ${secret}!`) === 'not *!'
const lengthOf = (texts: readonly RequestText[]): number => texts.reduce((sum, { text }) => sum + text.length, 0)

test('no getter is called, and what stands beside it is read', () => {
  const getter = vi.fn(() => {
    throw new Error('getter')
  })
  const withGetters = (value: object): object =>
    Object.defineProperties(value, {
      password: { get: getter, enumerable: true },
      toJSON: { get: getter },
      pipe: { get: getter },
      entries: { get: getter },
      forEach: { get: getter },
      [Symbol.toStringTag]: { get: getter },
      [Symbol.iterator]: { get: getter },
    })
  class WithGetter {
    token = secret
    get password(): string {
      return getter()
    }
  }
  const list = Object.defineProperty([1, { token: secret }], 0, { get: getter })
  const bags = [withGetters({ token: secret }), new WithGetter(), list, { deep: [withGetters({ token: secret })] }]
  for (const bag of bags) expect(hides({ body: bag })).toBe(true)
  expect(hides({ headers: withGetters({ token: secret }) })).toBe(true)
  expect(getter).not.toHaveBeenCalled()
})

test('streams, iterators, Blobs and files are not read, nor what is in a list of headers that is none', async () => {
  const readable = Readable.from(['a', 'b'])
  const web = new ReadableStream({ start: (controller) => controller.enqueue('a') })
  const taken = vi.fn()
  function* generator(): Generator<string> {
    taken()
    yield secret
  }
  const iterator = generator()
  const asynchronous = {
    async *[Symbol.asyncIterator]() {
      taken()
      yield secret
    },
    *[Symbol.iterator]() {
      taken()
      yield secret
    },
  }
  const blob = new Blob([secret])
  const read = vi.spyOn(Blob.prototype, 'arrayBuffer')
  for (const body of [readable, web, iterator, asynchronous, blob, new File([secret], 'x')])
    for (const view of [{ body }, { body: { file: body, token: secret } }, { headers: body }]) readRequest(view)
  expect(hides({ body: { file: readable, token: secret } })).toBe(true)
  expect(taken).not.toHaveBeenCalled()
  expect(read).not.toHaveBeenCalled()
  read.mockRestore()
  expect(web.locked).toBe(false)
  expect(await readable.toArray()).toEqual(['a', 'b'])
  expect(iterator.next().value).toBe(secret)
})

test('own names that are those of streams and bags are data', () => {
  for (const name of ['next', 'pipe', 'forEach', 'entries', 'toJSON', 'length', 'getReader'])
    for (const value of ['x', 1, null, { a: 1 }]) expect(hides({ body: { [name]: value, token: secret } })).toBe(true)
  expect(hides({ body: { forEach: () => {}, token: secret }, headers: {} })).toBe(true)
})

test.each([
  ['forEach', () => {}],
  ['return', 1],
  ['return', () => ({})],
  ['toJSON', () => 'x'],
  ['pipe', () => {}],
  ['next', () => {}],
  ['entries', () => {}],
  ['value', 'polluted'],
  ['get', () => 'x'],
  ['text', 'x'],
  ['kind', 'plain'],
  ['nbsp', {}],
])('a polluted Object.prototype.%s changes nothing', (name, value) => {
  const views: RequestView[] = [
    { body: { token: secret, list: [{ pin: secret }] } },
    { body: new URLSearchParams({ token: secret }) },
    { body: new Map([['token', secret]]) },
    { headers: { 'x-api-key': secret, accept: 'a' } },
    { headers: [['x-api-key', secret]] },
    { url: new URL(`https://me:${secret}@a.test/x;token=${secret}?token=${secret}`) },
    { body: `{"token":"${secret}"}` },
  ]
  const before = views.map((view) => JSON.stringify(readRequest(view)))
  // oxlint-disable-next-line no-extend-native -- that is the attack
  Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true })
  let after: string[]
  let shown: boolean[]
  try {
    const texts = views.map((view) => readRequest(view))
    shown = views.map(hides)
    delete (Object.prototype as unknown as Record<string, unknown>)[name]
    after = texts.map((one) => JSON.stringify(one))
  } finally {
    delete (Object.prototype as unknown as Record<string, unknown>)[name]
  }
  expect(after).toEqual(before)
  expect(shown).toEqual(views.map(() => true))
})

test('inherited fields are not read', () => {
  expect(hides({ body: Object.create({ token: secret }) as object })).toBe(false)
  expect(hides({ headers: Object.create({ 'x-api-key': secret }) as object })).toBe(false)
})

const cyclic: Record<string, unknown> = { token: secret }
cyclic['self'] = [cyclic, { cyclic }]
const endless = { toJSON: () => endless }
let nested: unknown = secret
for (let depth = 0; depth < 20_000; depth++) nested = { a: [nested] }
const hostile: [string, unknown][] = [
  ['a cycle', cyclic],
  ['a toJSON that gives itself', endless],
  ['20,000 levels', nested],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap')
        },
        getPrototypeOf: () => {
          throw new Error('trap')
        },
      },
    ),
  ],
  [
    'a revoked proxy',
    (() => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return proxy
    })(),
  ],
  ['a deep document', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['forms inside forms', 'x={'.repeat(100_000)],
  ['50,000 fields', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`token${index}_key`, index]))],
  ['a million values under one name', { token: Array.from({ length: 1_000_000 }, () => 'abcd') }],
  ['a million empty lists', Array.from({ length: 1_000_000 }, () => [])],
  ['escapes of escapes', `token=%${'25'.repeat(40_000)}41`],
  ['tags without an end', '<a '.repeat(100_000)],
  ['a symbol', Symbol('x')],
  ['a big integer', { token: 10n ** 30n, a: Symbol('x'), b: () => secret }],
  ['an odd list of header pairs', [null, 1, ['authorization'], [Symbol('x'), Symbol('y')]]],
  [
    'bytes that are detached',
    (() => {
      const bytes = new Uint8Array(8)
      structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
      return bytes
    })(),
  ],
  ['nothing', undefined],
  ['null', null],
]

test.each(hostile)('%s is read without an error and in a bound', (_kind, value) => {
  expect(lengthOf(readRequest({ body: value, headers: value }))).toBeLessThan(600_000)
  expect(redactor({ body: value, headers: value })('x token abcd y')).toMatch(/^x (?:token|\*)/)
})

test('a part that throws does not cost the others', () => {
  const bad = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('trap')
      },
    },
  )
  const url = new URL(`https://a.test/?token=${secret}`)
  expect(hides({ url, headers: bad, body: bad })).toBe(true)
  expect(hides({ headers: bad, body: { bad, token: secret } })).toBe(true)
  expect(hides({ headers: { bad, authorization: `Bearer ${secret}` }, body: bad })).toBe(true)
})

test('a body is read by both its ends', () => {
  const filler = 'x '.repeat(1_000_000)
  for (const body of [`{"token":"${secret}","image":"${filler}"}`, `{"image":"${filler}","token":"${secret}"}`])
    for (const one of [body, new TextEncoder().encode(body), new TextEncoder().encode(body).buffer]) {
      expect(hides({ body: one })).toBe(true)
      expect(lengthOf(readRequest({ body: one }))).toBeLessThan(70_000)
    }
})

test('an upload does not take the room of the fields behind it', () => {
  const upload = 'x'.repeat(10_000_000)
  const bytes = new Uint8Array(10_000_000)
  for (const file of [upload, bytes, Array.from({ length: 20_000 }, () => 'y').join('z')]) {
    expect(hides({ body: { file, token: secret } })).toBe(true)
    expect(hides({ body: { files: Array.from({ length: 20 }, () => file), token: secret } })).toBe(true)
    expect(
      hides({
        body: new Map<string, unknown>([
          ['file', file],
          ['token', secret],
        ]),
      }),
    ).toBe(true)
  }
  const form = new FormData()
  for (let count = 0; count < 12; count++) form.append('file', upload)
  form.append('token', secret)
  expect(hides({ body: form })).toBe(true)
  expect(hides({ body: { file: new Blob([upload]), token: secret } })).toBe(true)
})

test('a long header does not take the room of the others, and is known by both its ends', () => {
  const long = 'x '.repeat(500_000)
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`x-long-${index}`, long]))
  expect(hides({ headers: { ...many, authorization: `Bearer ${secret}` } })).toBe(true)
  expect(hides({ headers: { cookie: `${long}; SESSDATA=${secret}` } })).toBe(true)
  expect(lengthOf(readRequest({ headers: many }).filter(({ kind }) => kind === 'header'))).toBeLessThan(70_000)
})

const shown: [string, string][] = [
  ['https://user:pass@api.example.com:8443/v1/me?token=x#frag', 'https://api.example.com:8443/v1/me'],
  ['https://api.example.com:443', 'https://api.example.com/'],
  ['https://api.telegram.org/bot123456:ABC-DEF/getMe', 'https://api.telegram.org/*/getMe'],
  ['https://api.telegram.org/bot123456%3AABC-DEF/getMe', 'https://api.telegram.org/*/getMe'],
  ['https://h.example/T00/B00/XXXXXXXXXXXXXXXXXXXXXX99', 'https://h.example/T00/B00/*'],
  [
    'https://hooks.slack.com/services/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',
    'https://hooks.slack.com/services/T024BE7LD/B024BE7LH/*',
  ],
  [
    'https://discord.com/api/webhooks/1234567890123/aB3dE-f6Hi_J9lM2nOp5qR8s',
    'https://discord.com/api/webhooks/1234567890123/*',
  ],
  ['https://h.example/share/aB3dEf6HiJ9lM2nO', 'https://h.example/share/*'],
  ['https://h.example/links/aB3dEf6HiJ9lM2nO', 'https://h.example/links/*'],
  ['https://h.example/files/aB3dEf6HiJ9lM2nO', 'https://h.example/files/aB3dEf6HiJ9lM2nO'],
  [
    'https://h.example/v1/123e4567-e89b-12d3-a456-426614174000/x',
    'https://h.example/v1/123e4567-e89b-12d3-a456-426614174000/x',
  ],
  [
    'https://h.example/commit/9f86d081884c7d659a2feaa0c55ad0159f86d081',
    'https://h.example/commit/9f86d081884c7d659a2feaa0c55ad0159f86d081',
  ],
  ['https://h.example/v1/customer/cus_4fdAW5ftNQow1aXy', 'https://h.example/v1/customer/cus_4fdAW5ftNQow1aXy'],
  ['https://h.example/eyJhbGciOi/x', 'https://h.example/*/x'],
  ['https://h.example/app;jsessionid=0123456789ABCDEF/y;a=b', 'https://h.example/app/y'],
  ['https://h.example/proxy/https://user:pass@b.example/x', 'https://h.example/proxy/https://*/x'],
  ['https://h.example/a-long-word-without-any-digit/x', 'https://h.example/a-long-word-without-any-digit/x'],
  ['https://h.example/getUserPlaylistDetailV2/x', 'https://h.example/getUserPlaylistDetailV2/x'],
  ['https://h.example/x/v2.1/nav', 'https://h.example/x/v2.1/nav'],
  ['https://h.example/projects/p1/messages:send', 'https://h.example/projects/p1/messages:send'],
  ['https://例子.cn/路径', 'https://xn--fsqu00a.cn/%E8%B7%AF%E5%BE%84'],
  ['https://[::1]:8080/x', 'https://[::1]:8080/x'],
  ['foo://user:pass@host.example/x?token=1', 'foo://host.example/x'],
]

test.each(shown)('%s is shown as %s', (url, text) => {
  expect(shownUrl(new URL(url), (one) => one)).toBe(text)
  expect(shownUrl(new URL(url), redactor({ url: new URL(url) }))).toBe(text)
})

test('no URL is shown as none, and a path is looked at up to a bound', () => {
  expect(shownUrl(undefined, (text) => text)).toBeUndefined()
  expect(shownUrl(new URL(`https://h.example/${'a/'.repeat(100_000)}`), (text) => text)?.length).toBeLessThan(5000)
})

test('a segment that is secret is one in the words of an answer too', () => {
  const url = new URL('https://api.telegram.org/bot123456:AAF-hunter2horse/getMe')
  expect(redactor({ url })('no bot AAF-hunter2horse')).toBe('no bot *')
})

test.each([
  '0a1b2c3d-4e5f-6789-abcd-ef0123456789',
  'Root=1-67891233-abcdef012345678912345678',
  '8c0f:1a|b.c/d+e=@x',
  'x'.repeat(200),
])('the request id %s is kept', (id) => {
  expect(cleanId(id)).toBe(id)
  expect(cleanId(` ${Array.from(id).join('\u200B')}\u202E\n`)).toBe(id)
})

test.each([
  '',
  'a b',
  'x\r\ny',
  '<script>',
  '"quoted"',
  "'; drop",
  'x'.repeat(201),
  '../\\',
  '标识',
  '{{7*7}}',
  5,
  null,
  undefined,
  {},
  ['x'],
])('%j is no request id', (id) => {
  expect(cleanId(id)).toBeUndefined()
})
