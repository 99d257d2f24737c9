import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { peek, type Seen } from './peek.ts'

const limit = 65_536
const encoder = new TextEncoder()
const json = 'application/json'

afterEach(() => void vi.useRealTimers())

/** A body whose pieces are given by hand. */
function byHand(): { stream: ReadableStream<Uint8Array>; give(text: string): void; end(): void; cut(): void } {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) })
  return {
    stream,
    give: (text) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    cut: () => controller?.error(new TypeError('terminated')),
  }
}

/** A response of this media type and body, with a length only where one is given. */
function respond(type: string | undefined, body: string | ReadableStream, length?: number): Response {
  const response = new Response(typeof body === 'string' ? new Blob([body]).stream() : body)
  response.headers.delete('content-type')
  if (type !== undefined) response.headers.set('content-type', type)
  if (length !== undefined) response.headers.set('content-length', String(length))
  return response
}

function textOf({ body }: Seen): string | undefined {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : body
}

const look = async (response: Response, options: Partial<Parameters<typeof peek>[1]> = {}): Promise<Seen> =>
  peek(response, { isFailed: false, ...options })

/** What the look sees when the body stops after these pieces, with a clock that stands as long as the test likes. */
async function pausing(
  type: string,
  pieces: string[],
  options: Partial<Parameters<typeof peek>[1]> = {},
  length?: number,
) {
  const { stream, give } = byHand()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const start = performance.now()
  const seen = look(respond(type, stream, length), options)
  for (const piece of pieces) {
    give(piece)
    await vi.advanceTimersByTimeAsync(0)
  }
  const over = { is: false }
  void seen.then(() => (over.is = true))
  for (let ms = 0; ms < 30_000 && !over.is; ms++) await vi.advanceTimersByTimeAsync(1)
  const after = performance.now() - start
  return { ...(await seen), after }
}

describe('a body is looked at', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    ' application/json',
    'application/problem+json',
    'application/vnd.api+json;v=1',
    'application/x-amz-json-1.1',
    'application/xml',
    'application/soap+xml',
    'application/javascript',
    'application/x-javascript',
    'application/x-www-form-urlencoded',
    'text/json',
    'text/plain;charset=gbk',
    'text/html',
    'text/xml',
    'text/javascript',
    undefined,
  ])('when it is called %s', async (type) => {
    const response = respond(type, 'text')
    const seen = await look(response)
    expect(seen).toMatchObject({ why: 'whole', isEnded: true })
    expect(textOf(seen)).toBe('text')
    expect(response.bodyUsed).toBe(false)
    expect(await response.text()).toBe('text')
  })

  it('up to 64 KiB', async () => {
    expect(textOf(await look(respond('text/plain', 'x'.repeat(limit))))).toHaveLength(limit)
  })

  it('as a whole, in however many pieces it comes', async () => {
    const { stream, give, end } = byHand()
    for (const text of ['{"a":', '"é', '"}']) give(text)
    end()
    expect(textOf(await look(respond('text/plain', stream)))).toBe('{"a":"é"}')
  })

  it('until all bytes are there that it promised: its end is not waited for, and its clone is cancelled', async () => {
    for (const isFailed of [false, true]) {
      const { stream, give, end } = byHand()
      const response = respond(json, stream, 10)
      const timer = vi.spyOn(globalThis, 'setTimeout')
      const cancel = vi.spyOn(ReadableStreamDefaultReader.prototype, 'cancel')
      give('{"a":')
      give('"é"}')
      const seen = await look(response, { isFailed })
      expect(seen).toMatchObject({ why: 'whole', isEnded: true })
      expect(textOf(seen)).toBe('{"a":"é"}')
      expect(timer).not.toHaveBeenCalled()
      expect(cancel).toHaveBeenCalledOnce()
      timer.mockRestore()
      cancel.mockRestore()
      end()
      expect(await response.text()).toBe('{"a":"é"}')
    }
  })

  it('whatever it promised, when it is packed or says another length', async () => {
    for (const [length, encoding] of [
      [5, 'gzip'],
      [4, undefined],
      [6, undefined],
    ] as const) {
      const { stream, give, end } = byHand()
      const response = respond(json, stream, length)
      if (encoding) response.headers.set('content-encoding', encoding)
      const seen = look(response)
      give('{"a":')
      await Promise.resolve()
      give('1}')
      end()
      expect(textOf(await seen)).toBe('{"a":1}')
    }
  })

  it('and an empty one is empty', async () => {
    expect(await look(respond(json, ''))).toMatchObject({ why: 'whole', body: new Uint8Array(0) })
  })

  it('without a timer when it is in memory', async () => {
    const timer = vi.spyOn(globalThis, 'setTimeout')
    await look(Response.json({ code: 0 }))
    await look(new Response(new Uint8Array(1000), { headers: { 'content-type': json } }))
    expect(timer).not.toHaveBeenCalled()
    timer.mockRestore()
  })
})

describe('a body is left alone', () => {
  it.each([
    'text/event-stream',
    'application/x-ndjson',
    'application/jsonl',
    'application/octet-stream',
    'application/pdf',
    'multipart/mixed; boundary=application/json',
    'image/svg',
    'text/css',
    'text/plainer',
  ])('when it is called %s', async (type) => {
    const response = respond(type, 'text')
    const clone = vi.spyOn(response, 'clone')
    expect(await look(response)).toEqual({ why: 'unfit', body: undefined, isEnded: false })
    expect(clone).not.toHaveBeenCalled()
  })

  it('when it says that it is large', async () => {
    expect(await look(respond('text/plain', 'text', limit + 1))).toMatchObject({ why: 'unfit' })
  })

  it('beyond 64 KiB, where it stays readable', async () => {
    const text = 'x'.repeat(limit + 1)
    const response = respond('text/plain', text)
    expect(await look(response)).toEqual({ why: 'large', body: undefined, isEnded: false, error: undefined })
    expect(await response.text()).toBe(text)
  })

  it('when there is none, or when it is read or being read already', async () => {
    expect(await look(new Response(null))).toMatchObject({ why: 'unfit' })
    const used = respond('text/plain', 'text')
    await used.text()
    expect(await look(used)).toMatchObject({ why: 'unfit' })
    const locked = respond('text/plain', 'text')
    locked.body?.getReader()
    expect(await look(locked)).toMatchObject({ why: 'unfit' })
  })

  it.each<[string, (response: Response) => object]>([
    [
      'that cannot be cloned',
      () => ({
        clone: () => {
          throw new Error('no clone')
        },
      }),
    ],
    ['whose clone has no stream', () => ({ clone: () => ({ body: null }) })],
    ['whose clone has no body', () => ({ clone: () => undefined })],
    [
      'without headers',
      () => ({
        headers: undefined,
        clone: () => {
          throw new Error('no clone')
        },
      }),
    ],
    [
      'of things that are no bytes',
      () => ({
        clone: () => new Response(new ReadableStream<never>({ start: (controller) => controller.enqueue(1 as never) })),
      }),
    ],
  ])('%s: nothing is thrown', async (_title, members) => {
    const response = respond(json, '{"code":1}')
    for (const [name, value] of Object.entries(members(response))) Object.defineProperty(response, name, { value })
    expect(await look(response)).toMatchObject({ why: 'unfit', body: undefined })
  })
})

describe('from 400 on', () => {
  it.each(['application/octet-stream', 'text/event-stream', 'image/png', 'application/x-ndjson', undefined])(
    'a body that is called %s is read',
    async (type) => {
      expect(textOf(await look(respond(type, 'text'), { isFailed: true }))).toBe('text')
    },
  )

  it('as much as 64 KiB of it are kept', async () => {
    const { why, body } = await look(respond(json, 'x'.repeat(limit * 3), limit * 3), { isFailed: true })
    expect(why).toBe('large')
    expect(body).toHaveLength(limit)
  })

  it('what had come before a cut is kept', async () => {
    const { stream, give, cut } = byHand()
    const seen = look(respond(json, stream), { isFailed: true })
    give('{"code":')
    setTimeout(cut, 1)
    expect(await seen).toMatchObject({ why: 'cut', error: new TypeError('terminated') })
    expect(textOf(await seen)).toBe('{"code":')
  })

  it('a body that stalls is given one second, and what has come of it counts', async () => {
    const { why, body, after, isEnded } = await pausing(json, ['{"code":'], { isFailed: true })
    expect({ why, isEnded }).toEqual({ why: 'slow', isEnded: false })
    expect(new TextDecoder().decode(body as Uint8Array)).toBe('{"code":')
    expect(after).toBeGreaterThanOrEqual(1000)
    expect(after).toBeLessThan(1100)
  })

  it('a document that is whole need not end, but a list is waited for', async () => {
    const whole = await pausing(json, ['{"code":1}\n'], { isFailed: true })
    expect(whole.why).toBe('whole')
    expect(whole.after).toBeLessThan(100)
    expect(await pausing(json, ['[{"code":1},'], { isFailed: true })).toMatchObject({ why: 'slow' })
  })
})

describe('a look at a body that stops, but does not end, is over', () => {
  const soon = [0, 20] as const
  const later = [100, 130] as const
  const last = [1000, 1030] as const

  it.each<[string, string, string[], Seen['why'], string | undefined, readonly [number, number]]>([
    ['with its first document', json, ['{"code":1}\n'], 'whole', '{"code":1}', soon],
    [
      'with its first document, whatever follows',
      json,
      ['{"a":"}\\"","b":[{}]}{"c'],
      'whole',
      '{"a":"}\\"","b":[{}]}',
      soon,
    ],
    ['with the first item of a list', json, ['[{"error":{"code":1}},'], 'whole', '[{"error":{"code":1}}]', soon],
    ['with a document behind a mark and blanks', json, ['\uFEFF \n{"code":1}'], 'whole', '\uFEFF \n{"code":1}', soon],
    ['with a document that is called text', 'text/plain', ['{"code":1} '], 'whole', '{"code":1} '.trim(), soon],
    ['when its text begins no error', 'text/plain', ['token1 token2'], 'foreign', undefined, soon],
    ['when its JSON is a text', json, ['"token1 '], 'foreign', undefined, soon],
    ['after 100 ms when it is a page', 'text/html', ['<html>'], 'slow', undefined, later],
    ['after 100 ms when it is one word', 'text/plain', ['token'], 'slow', undefined, later],
    ['after 100 ms when it may be a callback', 'text/plain', ['callback( {'], 'slow', undefined, later],
    ['after 100 ms when it is a form', 'text/plain', ['error=1&'], 'slow', undefined, later],
    ['after 100 ms when it is empty', json, [], 'slow', undefined, later],
    ['after 100 ms when it is blank', json, ['\n\n'], 'slow', undefined, later],
    ['after 100 ms when it is a list without an item', json, ['[{"a":'], 'slow', undefined, later],
    ['after 100 ms when its open object is called text', 'text/plain', ['{"a":'], 'slow', undefined, later],
    ['after 100 ms when its open object came bit by bit', json, ['{"a"', ':', '1,'], 'slow', undefined, later],
    ['after 100 ms when its open object is large', json, [`{"a":"${'x'.repeat(5000)}`], 'slow', undefined, later],
    ['after a second when it is one open object', json, ['{"a":'], 'slow', undefined, last],
    ['after a second when it is one open object in two pieces', json, ['{"a"', ':1,'], 'slow', undefined, last],
  ])('%s', async (_title, type, pieces, why, text, [least, most]) => {
    const seen = await pausing(type, pieces)
    expect(seen.why).toBe(why)
    expect(textOf(seen)?.trim()).toBe(text?.trim())
    expect(seen.after).toBeGreaterThanOrEqual(least)
    expect(seen.after).toBeLessThan(most)
  })

  it('after a second when it promises to be small', async () => {
    const seen = await pausing('text/html', ['<html>'], {}, 100)
    expect(seen.why).toBe('slow')
    expect(seen.after).toBeGreaterThanOrEqual(1000)
  })

  it('at a deadline of the client', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const deadline = performance.now() + 40
    const seen = await pausing(json, ['{"a":'], { deadline })
    expect(seen.why).toBe('slow')
    expect(seen.after).toBeLessThan(60)
  })

  it('after ten seconds when the answer was handed on', async () => {
    const seen = await pausing(json, ['{"a":'], { isBeside: true })
    expect(seen.after).toBeGreaterThanOrEqual(10_000)
  })
})

it('two pieces that are 20 and 900 ms apart are one body', async () => {
  for (const ms of [20, 900]) {
    const { stream, give, end } = byHand()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const seen = look(respond(json, stream))
    give('{"code":')
    await vi.advanceTimersByTimeAsync(ms)
    give('1}')
    end()
    await vi.advanceTimersByTimeAsync(10)
    expect(textOf(await seen)).toBe('{"code":1}')
    vi.useRealTimers()
  }
})

it('a busy page misses nothing that came meanwhile', async () => {
  const { stream, give, end } = byHand()
  const seen = look(respond('text/plain', stream), { deadline: performance.now() + 5 })
  await new Promise((resolve) => setTimeout(resolve, 0))
  const until = performance.now() + 50
  while (performance.now() < until); // the timer of the look is long due
  give('error=1')
  end()
  expect(await seen).toMatchObject({ why: 'whole', isEnded: true })
})

it('the clone is cancelled, and the body flows on', async () => {
  const { stream, give, end } = byHand()
  const response = respond(json, stream)
  give('{"event":1}\n')
  expect(await look(response)).toMatchObject({ why: 'whole', isEnded: false })
  give('{"event":2}\n')
  end()
  expect(await response.text()).toBe('{"event":1}\n{"event":2}\n')
})

describe('a response of another implementation', () => {
  it.each<[string, object]>([
    ['has its body in memory', { arrayBuffer: () => Promise.resolve(encoder.encode('{"code":1}').buffer) }],
    [
      'gives only text',
      {
        arrayBuffer: () => Promise.reject(new Error('readAsArrayBuffer is not implemented')),
        text: () => Promise.resolve('{"code":1}'),
      },
    ],
    ['has only text', { text: () => Promise.resolve('{"code":1}') }],
  ])('that %s', async (_title, members) => {
    const response = { headers: new Headers({ 'content-type': json }), clone: () => members } as unknown as Response
    const seen = await look(response)
    expect(seen).toMatchObject({ why: 'whole', isEnded: true })
    expect(textOf(seen)).toBe('{"code":1}')
  })

  it('that gives nothing has none', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('not implemented'))
    const clone = (): object => ({ arrayBuffer: fail, text: fail })
    expect(await look({ headers: {}, clone } as unknown as Response)).toMatchObject({ why: 'unfit' })
  })

  it('that never gives it is not waited for', async () => {
    const never = (): Promise<never> => new Promise(() => undefined)
    const clone = (): object => ({ arrayBuffer: never })
    expect(await look({ headers: {}, clone } as unknown as Response)).toMatchObject({ why: 'slow' })
  })

  it.each([
    ['small', '{"code":1}', 'whole'],
    ['large', 'x'.repeat(200_000), 'large'],
  ] as const)('with a %s stream of Node’s stays readable', async (_title, text, why) => {
    const source = new PassThrough()
    const [first, second] = [new PassThrough(), new PassThrough()]
    source.pipe(first)
    source.pipe(second)
    source.end(text)
    const headers = new Headers({ 'content-type': json })
    const response = { headers, body: first, clone: () => ({ body: second }) } as unknown as Response
    expect(await look(response)).toMatchObject({ why })
    const parts: Buffer[] = []
    for await (const part of first) parts.push(part as Buffer)
    expect(Buffer.concat(parts).toString()).toBe(text)
  })
})
