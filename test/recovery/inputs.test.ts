import { wrapFetch } from '@unifault/fetch'
import { createRecovery, repeat } from '@unifault/recovery'
import { describe, expect, it } from 'vitest'
import { caught } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'

const recovery = createRecovery({ repeat: repeat({ attempts: 2, baseMs: 1, throttledBaseMs: 1 }) })
type Sent = Pick<Request, 'url' | 'method' | 'credentials'> & { readonly header: string | null; readonly body: string }

/** What a fetch is asked for, by whatever it is given. */
async function sentBy(input: unknown, init: unknown, wrap: boolean, code: number | string = 0): Promise<Sent[]> {
  const sent: Sent[] = []
  const bare = async (...given: [input: never, init: never]): Promise<Response> => {
    const request = new Request(...given)
    const { url, method, credentials, headers } = request
    sent.push({ url, method, credentials, header: headers.get('x-own'), body: await request.text() })
    return Response.json({ code })
  }
  const api = wrap ? wrapFetch(bare, house, { recovery }) : bare
  await api(input as never, init as never).catch(() => undefined)
  return sent
}

const plain = { method: 'PUT', headers: { 'x-own': 'a' }, body: 'text', credentials: 'omit' }
class Getters {
  get method(): string {
    return plain.method
  }
  get headers(): object {
    return plain.headers
  }
  get body(): string {
    return plain.body
  }
  get credentials(): string {
    return plain.credentials
  }
}

describe('what a call is asked with reaches fetch as it is without a recoverer', () => {
  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a plain object', () => plain],
    ['an object without a prototype', () => Object.assign(Object.create(null), plain)],
    ['an object that inherits its members', () => Object.create(plain)],
    ['an object of a class', () => new Getters()],
    ['a Request', () => new Request(houseUrl, plain as RequestInit)],
    ['a Request without a body', () => new Request(houseUrl, { headers: { 'x-own': 'b' } })],
    ['a Proxy', () => new Proxy(plain, {})],
    ['a frozen object', () => Object.freeze({ ...plain })],
  ])('by an init that is %s', async (_title, init) => {
    expect(await sentBy(houseUrl, init(), true)).toEqual(await sentBy(houseUrl, init(), false))
  })

  it.each<[string, () => unknown]>([
    ['a string', () => houseUrl],
    ['a String', () => new String(houseUrl)],
    ['a URL', () => new URL(houseUrl)],
    ['a Request', () => new Request(houseUrl, plain as RequestInit)],
    ['an object with a text', () => ({ toString: () => houseUrl })],
    ['an object with a `url` that is none', () => ({ url: 5, toString: () => houseUrl })],
  ])('by an input that is %s', async (_title, input) => {
    for (const init of [undefined, plain])
      expect(await sentBy(input(), init, true)).toEqual(await sentBy(input(), init, false))
  })

  it('and again, where it can be repeated', async () => {
    for (const init of [plain, new Getters(), Object.create(plain) as object]) {
      const [once] = await sentBy(houseUrl, init, false)
      expect(await sentBy(houseUrl, init, true, 'busy')).toEqual([once, once])
    }
  })
})

it.each<[string, unknown]>([
  ['undefined', undefined],
  ['null', null],
  ['a number', 5],
  ['an object', {}],
  ['an object without a text', Object.create(null)],
  ['no URL', '::'],
  ['a symbol', Symbol('s')],
])('an input that is %s is refused by fetch itself, in its own words', async (_title, input) => {
  const own = await caught(fetch(input as string))
  const error = await caught(wrapFetch(fetch, house, { recovery })(input as string))
  expect(error).toBeInstanceOf(TypeError)
  expect((error as Error).message).toBe((own as Error).message)
})
