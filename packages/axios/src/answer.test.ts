import { AxiosHeaders, type AxiosResponse, create, type ResponseType } from 'axios'
import { describe, expect, it, vi } from 'vitest'
import {
  AxiosAnswer,
  blobOf,
  bodyOf,
  type Config,
  isOverdue,
  keptText,
  noteRequest,
  readBlob,
  type UriSource,
  urlOf,
} from './answer.ts'

function body(data: unknown, type = 'application/json', responseType?: ResponseType): unknown {
  const headers = new AxiosHeaders({ 'Content-Type': type })
  return bodyOf({ data, headers, status: 200, statusText: '', config: { responseType } } as AxiosResponse)
}

describe('bodyOf', () => {
  it.each([{ code: 1 }, [], Object.create(null)])('gives what axios parsed: %j', (data: unknown) => {
    expect(body(data)).toBe(data)
  })

  it.each([
    '{"code":1',
    ' { "a"',
    '{}{}',
    '[1,',
    '[ {"a"',
    '<html>',
    ")]}',\n{}",
    'while(1);[]',
    'cb({})',
    '\uFEFF{"a"',
  ])('gives text that did not parse: %s', (text) => {
    expect(body(text)).toBe(text)
    expect(body(text, 'application/problem+json', 'json')).toBe(text)
  })

  it.each(['hello', '', '[draft] hello', '{name} said', 'SGVsbG8=', '5 apples', '   '])(
    'takes the string %j under a JSON type for a JSON string',
    (text) => {
      expect(body(text)).toBe(undefined)
      expect(body(text, 'text/plain')).toBe(text)
      expect(body(text, 'application/json', 'text')).toBe(text)
    },
  )

  it.each<ResponseType>(['stream', 'formdata'])('leaves responseType %s to the user', (responseType) => {
    for (const data of ['{"code":1}', { code: 1 }, new Blob(['{"code":1}']), new ReadableStream()])
      expect(body(data, 'application/json', responseType)).toBe(undefined)
  })

  it('gives bytes of at most 64 KiB whose type is texty or not told', () => {
    for (const data of [new ArrayBuffer(65_536), new Uint8Array(9), Buffer.from('a')])
      for (const type of ['application/json', 'text/html; charset=gbk', '']) expect(body(data, type)).toBe(data)
    expect(body(new ArrayBuffer(65_537))).toBe(undefined)
    expect(body(new ArrayBuffer(9), 'image/png')).toBe(undefined)
    expect(body(new ArrayBuffer(9), 'text/event-stream')).toBe(undefined)
  })

  it.each([new Blob([]), new ReadableStream(), new FormData(), new Date(), 5, true, null, undefined, () => 1])(
    'gives nothing of other values',
    (data) => {
      expect(body(data)).toBe(undefined)
    },
  )

  it('decides about a long body in no time', () => {
    for (const text of [' '.repeat(100_000), 'a'.repeat(100_000), `{${' '.repeat(100_000)}`])
      expect(body(text)).toBe(undefined)
  })

  it('does without headers', () => {
    expect(bodyOf({ data: 'text', config: {} } as AxiosResponse)).toBe('text')
  })
})

describe('blobOf', () => {
  const answer = (data: unknown, type = ''): AxiosResponse<unknown> =>
    ({ data, status: 200, statusText: '', headers: { 'content-type': type }, config: {} }) as unknown as AxiosResponse

  it('gives a Blob of at most 64 KiB whose type is texty or not told', () => {
    const blob = new Blob(['{"code":1}'])
    for (const type of ['', 'application/json', 'text/html; charset=gbk']) expect(blobOf(answer(blob, type))).toBe(blob)
    expect(blobOf(answer(new Blob(['{}'], { type: 'application/json' })))).toBeDefined()
    expect(blobOf(answer(blob, 'image/png'))).toBe(undefined)
    expect(blobOf(answer(new Blob(['{}'], { type: 'image/png' })))).toBe(undefined)
    expect(blobOf(answer(new Blob([new Uint8Array(65_537)]), 'application/json'))).toBe(undefined)
  })

  it.each([undefined, null, 'text', {}, [], new Uint8Array(1), new FormData()])('gives nothing of %j', (data) => {
    expect(blobOf(answer(data))).toBe(undefined)
  })
})

describe('readBlob', () => {
  it('reads by whatever way a runtime has, and leaves the Blob to be read again', async () => {
    const blob = new Blob(['{"code":1}'])
    expect(new TextDecoder().decode((await readBlob(blob)) as ArrayBuffer)).toBe('{"code":1}')
    expect(await blob.text()).toBe('{"code":1}')
    expect(await readBlob({ size: 1, type: '', text: async () => 'x' })).toBe('x')
  })

  it('gives nothing where there is no way, or it fails', async () => {
    expect(await readBlob({ size: 1, type: '' })).toBe(undefined)
    expect(await readBlob({ size: 1, type: '', text: () => Promise.reject(new Error('gone')) })).toBe(undefined)
  })
})

describe('urlOf', () => {
  const url = 'https://example.org/final'
  const of = (request: unknown): string | undefined => urlOf(create(), request, { url: '/asked' })

  it.each([{ res: { responseUrl: url } }, { responseURL: url }, { url }])(
    'reads what an adapter left in %j',
    (request) => {
      expect(of(request)).toBe(url)
    },
  )

  it.each([undefined, null, {}, { res: null }, { responseURL: '' }, { url: '/relative' }, { url: 5 }, 'text'])(
    'falls back on what was asked for beside %j',
    (request) => {
      expect(of(request)).toBe('/asked')
    },
  )
})

/** What is known of a request that got no answer. */
function requestOf(instance: UriSource, config: Config): AxiosAnswer {
  return new AxiosAnswer(instance, config, undefined, undefined, undefined)
}

describe('the request of an AxiosAnswer', () => {
  it('joins the base URL, the URL and the params', () => {
    const instance = create({ baseURL: 'https://example.org/api/' })
    expect(requestOf(instance, { url: '/me', params: { token: 'a b' } } as object).url).toBe(
      'https://example.org/api/me?token=a+b',
    )
    expect(requestOf(instance, { url: 'https://other.example/me' }).requestUrl).toBe('https://other.example/me')
    expect(requestOf(create(), { url: '/me' })).toMatchObject({ url: '/me', method: 'get' })
  })

  it('asks axios for no URL that is whole already, and gives what axios would', () => {
    const instance = create({ baseURL: 'https://example.org/api' })
    const getUri = vi.spyOn(instance, 'getUri')
    const whole = [
      'https://other.example/me?a=b c#d',
      'HTTP://Other.example',
      'http://[::1]:8080/',
      'https://me:p@a.test/',
    ]
    for (const url of whole) {
      expect(requestOf(instance, { url }).requestUrl).toBe(url)
      expect(getUri).not.toHaveBeenCalled()
      expect(instance.getUri({ url })).toBe(url)
      getUri.mockClear()
    }
    const asked = [
      { url: 'https://other.example/me', params: { a: 1 } },
      { url: 'https://other.example/me', allowAbsoluteUrls: false },
      { url: '//other.example/me' },
      { url: '/me' },
      {},
    ]
    for (const config of asked) {
      getUri.mockClear()
      const { requestUrl } = requestOf(instance, config)
      expect(getUri).toHaveBeenCalledOnce()
      expect(requestUrl).toBe(instance.getUri(config))
    }
  })

  it('gives no URL when a serializer throws', () => {
    const serialize = (): never => {
      throw new Error('mine')
    }
    const config = { url: '/me', params: {}, paramsSerializer: { serialize } }
    expect(requestOf(create(), config).url).toBe(undefined)
  })

  it('reads nothing of a request before it is asked, and the body never', () => {
    const getUri = vi.fn(() => 'https://example.org/')
    const data = new Proxy({}, { get: () => expect.unreachable(), ownKeys: () => expect.unreachable() })
    const response = { data: {}, status: 200, headers: {}, config: { data } } as unknown as AxiosResponse
    const answer = new AxiosAnswer({ getUri }, response.config, response, {}, {})
    expect(getUri).not.toHaveBeenCalled()
    expect(answer.url).toBe('https://example.org/')
    expect(answer.requestBody).toBe(data)
  })
})

describe('noteRequest', () => {
  const bodyAfter = (config: object): unknown => {
    noteRequest(config)
    return requestOf(create(), config).requestBody
  }
  const multipart = new AxiosHeaders({ 'Content-Type': 'multipart/form-data' })

  it('keeps the texts of a form stream, bounded, and nothing of its bytes and streams', () => {
    const untouched = new Proxy({}, { get: () => expect.unreachable() })
    const end = (): void => expect.unreachable()
    const streams = ['name="a"', 'x'.repeat(100_000), end, new Uint8Array(9), untouched, 'name="b"', 'y']
    const text = bodyAfter({ data: { _streams: streams } }) as string
    expect(text).toMatch(/^name="a"x+\nx+\n\n\nname="b"y$/)
    expect(text.length).toBeLessThan(10_000)
    const many = Array.from({ length: 1000 }, () => 'z'.repeat(8192))
    expect((bodyAfter({ data: { _streams: many } }) as string).length).toBeLessThan(80_000)
  })

  it('keeps the object that becomes a form', () => {
    const data = { a: 1 }
    const config = { data: data as unknown, headers: multipart }
    noteRequest(config)
    config.data = 'the form'
    expect(requestOf(create(), { ...config }).requestBody).toBe(data)
  })

  it('leaves everything else as it is', () => {
    for (const data of [undefined, null, 'text', { a: 1 }, new FormData(), new Uint8Array(1)]) {
      const config = { data, headers: new AxiosHeaders() }
      noteRequest(config)
      expect(Object.getOwnPropertySymbols(config)).toEqual([])
    }
  })
})

describe('isOverdue', () => {
  it('goes by the duration that axios tells', () => {
    expect(isOverdue({ timeout: 10 }, 10)).toBe(true)
    expect(isOverdue({ timeout: 10 }, 9)).toBe(false)
    expect(isOverdue({ timeout: 0 }, 9)).toBe(false)
    expect(isOverdue({}, 9)).toBe(false)
    expect(isOverdue(undefined, 9)).toBe(false)
  })

  it('goes by its own note where axios tells none', () => {
    const now = vi.spyOn(performance, 'now')
    const config = { timeout: 100 }
    now.mockReturnValue(1000)
    noteRequest(config)
    now.mockReturnValue(1050)
    expect(isOverdue(config, undefined)).toBe(false)
    now.mockReturnValue(1100)
    expect(isOverdue(config, undefined)).toBe(true)
    expect(isOverdue({ timeout: 100 }, undefined)).toBe(false)
    now.mockRestore()
  })
})

describe('keptText', () => {
  it.each([
    [{ code: 1 }, '{"code":1}'],
    [[1], '[1]'],
    ['text', 'text'],
    [new TextEncoder().encode('bytes'), 'bytes'],
    [new TextEncoder().encode('bytes').buffer, 'bytes'],
    [undefined, undefined],
  ])('makes text of %j', (body, text) => {
    expect(keptText(body, {})).toBe(text)
  })

  it('keeps at most 64 KiB', () => {
    expect(keptText('x'.repeat(100_000), {})).toHaveLength(65_536)
  })
})
