import { observed, wrapFetch } from '@unifault/fetch'
import { createRecovery, repeat } from '@unifault/recovery'
import { describe, expect, it, vi } from 'vitest'
import { caughtApiError } from './caught.ts'
import { house, houseUrl, worksInProxy } from './house.ts'

/** As programs have it: what a body gives is made otherwise than by the platform. */
class OwnResponse extends Response {
  override async json(): Promise<unknown> {
    return { own: JSON.parse(await super.text()) as unknown }
  }
  override async text(): Promise<string> {
    return `own ${await super.text()}`
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(`own ${new TextDecoder().decode(await super.arrayBuffer())}`).buffer
  }
  override async blob(): Promise<Blob> {
    return new Blob(['own ', await super.blob()])
  }
}
/** It reads by a method of its own that it has overridden too. */
class LayeredResponse extends OwnResponse {
  override async json(): Promise<unknown> {
    return { layered: await this.text() }
  }
}
/** It refuses what it reads. */
class StrictResponse extends Response {
  override json(): Promise<unknown> {
    throw new RangeError('no JSON here')
  }
}
type Reading = 'json' | 'text' | 'arrayBuffer' | 'bytes' | 'blob'
const readings: Reading[] = ['json', 'text', 'arrayBuffer', 'bytes', 'blob']
const classes = [Response, OwnResponse, LayeredResponse, StrictResponse]
const text = { 'content-type': 'text/plain' }

/** What a reading comes to, as text. */
async function outcomeOf(response: Response, reading: Reading): Promise<string> {
  try {
    const read = await response[reading]()
    if (read instanceof Blob) return `blob ${await read.text()}`
    return ArrayBuffer.isView(read) || read instanceof ArrayBuffer
      ? `bytes ${new TextDecoder().decode(read)}`
      : JSON.stringify(read)
  } catch (error) {
    return String(error)
  }
}

/** A body whose second piece comes when it is asked for. */
function inTwo(first: string, second: string): { readonly body: ReadableStream<Uint8Array>; readonly end: () => void } {
  const gate = Promise.withResolvers<void>()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode(first))
      await gate.promise
      controller.enqueue(encoder.encode(second))
      controller.close()
    },
  })
  return { body, end: gate.resolve }
}

describe.concurrent.each(classes)('what $name makes of a body', (Class) => {
  describe.each(readings)('by %s()', (reading) => {
    it.each(['replace', 'observe'] as const)('is the same with ours in mode %s', async (mode) => {
      const bare = await outcomeOf(new Class('{"code":0}', { headers: text }), reading)
      const api = wrapFetch(() => Promise.resolve<Response>(new Class('{"code":0}', { headers: text })), house, {
        mode,
      })
      expect(await outcomeOf(await api(), reading)).toBe(bare)
    })

    it('is the same for a body that comes late', async () => {
      const bare = await outcomeOf(new Class('{"code":0}'), reading)
      const { body, end } = inTwo('{"code":', '0}')
      const response = await wrapFetch(() => Promise.resolve(new Class(body, { headers: text })), house)(houseUrl)
      const read = outcomeOf(response, reading)
      end()
      expect(await read).toBe(bare)
    })

    it('tells an error that comes late', async () => {
      const { body, end } = inTwo('{"code":', '"arrears"}')
      const response = await wrapFetch(() => Promise.resolve(new Class(body, { headers: text })), house)(houseUrl)
      const read = caughtApiError(response[reading]())
      end()
      expect(await read).toMatchObject({ code: 'arrears' })
    })

    it('tells an observer', async () => {
      const onError = vi.fn()
      const api = wrapFetch(() => Promise.resolve(new Class('{"code":"arrears"}', { headers: text })), house, {
        mode: 'observe',
        onError,
      })
      const response = await api(houseUrl)
      await outcomeOf(response, reading)
      expect(await observed(response)).toMatchObject({ code: 'arrears' })
      expect(onError).toHaveBeenCalledTimes(1)
    })

    it('tells two observers, each once', async () => {
      const [one, two] = [vi.fn(), vi.fn()]
      const bare = await outcomeOf(new Class('{"code":"arrears"}', { headers: text }), reading)
      const inner = wrapFetch(() => Promise.resolve(new Class('{"code":"arrears"}', { headers: text })), [], {
        mode: 'observe',
        onError: one,
        fallback: house,
      })
      const response = await wrapFetch(inner, house, { mode: 'observe', onError: two })(houseUrl)
      expect(await outcomeOf(response, reading)).toBe(bare)
      await observed(response)
      expect([one.mock.calls.length, two.mock.calls.length]).toEqual([1, 1])
    })
  })
})

it('a method of the user’s own that leaves the body alone is not held up by one that never ends', async () => {
  class KnowingResponse extends Response {
    override json(): Promise<unknown> {
      return Promise.resolve('known')
    }
  }
  vi.useFakeTimers()
  try {
    const { body } = inTwo('{"code":', '0}')
    const calling = wrapFetch(() => Promise.resolve(new KnowingResponse(body, { headers: text })), house)(houseUrl)
    await vi.advanceTimersByTimeAsync(1100)
    const told = vi.fn()
    void (await calling).json().then(told)
    await vi.advanceTimersByTimeAsync(150)
    expect(told).toHaveBeenCalledExactlyOnceWith('known')
  } finally {
    vi.useRealTimers()
  }
})

describe.each(['replace', 'observe'] as const)('in mode %s', (mode) => {
  it.each<[string, ProxyHandler<Response>]>([
    ['whose members do not work there', {}],
    ['that refuses to be read', { get: (_target, name) => (name === 'then' ? undefined : expect.unreachable()) }],
  ])('a Proxy around a Response, %s, goes on as it is', async (_title, handler) => {
    if (worksInProxy && Object.keys(handler).length === 0) return // judged as any other
    for (const status of [200, 401]) {
      const proxy = new Proxy(Response.json({ code: 'arrears' }, { status }), handler)
      const handed = await wrapFetch(() => Promise.resolve(proxy), house, { mode })()
      expect(Object.is(handed, proxy)).toBe(true)
    }
  })
})

describe('arguments beyond the two of fetch', () => {
  const off: object = { apiErrors: false }
  type Further = (input: string, init?: RequestInit, ...further: unknown[]) => Promise<Response>
  const further: unknown[][] = [[], [1], [2, 'more'], [undefined, null], [{ retries: 3 }], ['env', { waitUntil: 1 }]]
  const recovery = createRecovery({ repeat: repeat({ baseMs: 1, throttledBaseMs: 1 }) })

  it.each(further)('go on as they came: %j, %j', async (...more) => {
    const asked = vi.fn<Further>(() => Promise.resolve(Response.json({ code: 0 })))
    for (const options of [{}, { mode: 'observe' as const }, { recovery }]) {
      const apis: Further[] = [wrapFetch(asked, house, options), wrapFetch({ fetch: asked }, house, options)]
      for (const api of apis) {
        await api(houseUrl, { method: 'GET' }, ...more)
        expect(asked.mock.lastCall?.slice(2)).toEqual(more)
        await api(houseUrl, off, ...more)
        expect(asked.mock.lastCall?.slice(2)).toEqual(more)
      }
    }
  })

  it.each(further)(
    'go on with each attempt of a recoverer, which none of them switches off: %j, %j',
    async (...more) => {
      const asked = vi.fn<Further>()
      asked.mockResolvedValueOnce(Response.json({ code: 'busy' })).mockResolvedValueOnce(Response.json({ code: 0 }))
      const api: Further = wrapFetch(asked, house, { recovery })
      expect(await (await api(houseUrl, {}, ...more)).json()).toEqual({ code: 0 })
      expect(asked.mock.calls.map((each) => each.slice(2))).toEqual([more, more])
    },
  )
})
