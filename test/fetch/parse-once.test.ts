// What the user reads as JSON is parsed once, for him and for the judge.
import { observed, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky from 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { house, houseUrl } from './house.ts'

const failure = { code: 'arrears', message: '余额不足', request_id: 'r-1' }
const encoder = new TextEncoder()
/** ASCII behind a zero byte each, or before it. */
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(text.split('').flatMap((one) => (isBig ? [0, one.charCodeAt(0)] : [one.charCodeAt(0), 0])))

afterEach(() => void vi.restoreAllMocks())

function responseOf(body: string | Uint8Array, type = 'application/json'): Response {
  return new Response(body as BodyInit, { headers: { 'content-type': type } })
}

describe.each([
  ['fetch', (answer: Response) => wrapFetch(() => Promise.resolve(answer), house, { mode: 'observe' })(houseUrl)],
  [
    'ky',
    (answer: Response) =>
      wrapKy(ky.create({ retry: 0, fetch: () => Promise.resolve(answer) }), house, { mode: 'observe' })(houseUrl),
  ],
] as const)('%s that observes', (_kind, ask) => {
  it.each([failure, { code: 0, data: [1, 2] }, [{ code: 'arrears' }]])('parses %j once', async (value) => {
    const answer = responseOf(JSON.stringify(value))
    const parse = vi.spyOn(JSON, 'parse')
    const response = await ask(answer)
    const read: unknown = await response.json()
    expect(parse).toHaveBeenCalledTimes(1)
    expect(read).toEqual(value)
    expect((await observed(response))?.code).toBe('code' in value && value.code !== 0 ? value.code : undefined)
  })

  it.each([
    ['UTF-8', encoder.encode(JSON.stringify(failure)), 'application/json'],
    ['UTF-8 that is declared', encoder.encode(JSON.stringify(failure)), 'application/json; charset="UTF-8"'],
    ['UTF-8 with a byte order mark', encoder.encode(`\uFEFF${JSON.stringify(failure)}`), 'application/json'],
    ['ASCII that is declared as another', encoder.encode('{"code":"arrears"}'), 'application/json; charset=gbk'],
    ['a text without a type of its own', encoder.encode(JSON.stringify(failure)), 'text/plain'],
    ['UTF-16', utf16('{"code":"arrears"}', false), 'text/plain; charset=utf-16le'],
    ['UTF-16, big end first', utf16('{"code":"arrears"}', true), 'text/plain; charset=utf-16be'],
    [
      'GBK',
      Uint8Array.of(...encoder.encode('{"code":"arrears","message":"'), 0xd3, 0xe0, 0xb6, 0xee, 0x22, 0x7d),
      'text/plain; charset=gbk',
    ],
    ['a script guard before it', encoder.encode(`)]}'\n${JSON.stringify(failure)}`), 'text/plain'],
    ['a second document behind it', encoder.encode('{"code":"arrears"}{"code":0}'), 'text/plain'],
    ['blanks before it', encoder.encode(`\n  ${JSON.stringify(failure)}`), 'application/json'],
  ])('tells the same of %s, whichever method reads it', async (_name, bytes, type) => {
    const found: unknown[][] = []
    for (const name of ['json', 'text', 'arrayBuffer', 'bytes', 'blob'] as const) {
      const response = await ask(responseOf(bytes, type))
      const read = await Promise.allSettled([response[name]()])
      const bare = await Promise.allSettled([responseOf(bytes, type)[name]()])
      expect(read.map(({ status }) => status)).toEqual(bare.map(({ status }) => status))
      if (name === 'json' || name === 'text') expect(read).toEqual(bare)
      const error = await observed(response)
      found.push([error?.code, error?.reason, error?.providerMessage, error?.requestId])
    }
    expect(found[0]?.slice(0, 2)).toEqual(['arrears', 'payment-required'])
    expect(found).toEqual(found.map(() => found[0]))
  })
})

describe('ky that observes', () => {
  const asking = (body: string, options = {}) =>
    wrapKy(ky.create({ retry: 0, fetch: () => Promise.resolve(responseOf(body)) }), house, { mode: 'observe' })(
      houseUrl,
      options,
    )

  it('parses what `.json()` reads once', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    expect(await asking(JSON.stringify(failure)).json()).toEqual(failure)
    expect(parse).toHaveBeenCalledTimes(1)
  })

  it.each(['json', 'text'] as const)(
    'gives the caller a value of his own, whatever a hook does with that of its %s()',
    async (name) => {
      const afterResponse = async ({ response }: { response: Response }): Promise<void> => {
        const read: unknown = await response[name]()
        Object.assign(typeof read === 'string' ? (JSON.parse(read) as object) : (read as object), { spoilt: true })
      }
      const asked = asking(JSON.stringify(failure), { hooks: { afterResponse: [afterResponse] } })
      expect(await asked.json()).toEqual(failure)
    },
  )

  it.each([
    [null, 204],
    ['', 200],
  ] as const)('leaves %j of another Response, which a hook hands on, to ky', async (body, status) => {
    const afterResponse = async ({ response }: { response: Response }): Promise<Response> => {
      await response.text()
      return new Response(body, { status })
    }
    const validate = (value: unknown): { value: unknown } => ({ value: [value] })
    const schema = { '~standard': { version: 1, vendor: 'test', validate } } as const
    expect(await asking('{"code":0}', { hooks: { afterResponse: [afterResponse] } }).json(schema)).toEqual([undefined])
  })

  it('leaves the parser of the user’s own to it', async () => {
    const parseJson = vi.fn((text: string): unknown => ({ text }))
    expect(await asking('{"code":0}', { parseJson }).json()).toEqual({ text: '{"code":0}' })
    expect(parseJson).toHaveBeenCalledTimes(1)
  })

  it.each(['', ' ', '5', 'null', '"word"', '{"code":', 'nonsense'])('gives what bare ky gives for %j', async (body) => {
    const bare = ky.create({ retry: 0, fetch: () => Promise.resolve(responseOf(body)) })
    const outcome = async (run: () => Promise<unknown>): Promise<unknown> =>
      run().catch((error: unknown) => (error as Error).message)
    expect(await outcome(() => asking(body).json())).toEqual(await outcome(() => bare(houseUrl).json()))
  })
})
