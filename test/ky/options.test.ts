import { isApiError } from '@unifault/core'
import { perCall, wrapKy } from '@unifault/ky'
import ky, { HTTPError, isKyError, NetworkError } from 'ky'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { caught, caughtApiError } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'
import { type Reply, replay } from '../fetch/replay.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const once = ky.create({ retry: 0 })
const api = wrapKy(once, house)
const elsewhere = 'https://elsewhere.test/'

it('takes no `pass` from a polluted prototype', async () => {
  const polluted = { value: ['authorization-pending', 'not-found'], configurable: true }
  // oxlint-disable-next-line no-extend-native -- that is the attack
  Object.defineProperty(Object.prototype, 'pass', polluted)
  try {
    replay(server, houseUrl, { status: 404 })
    expect(isApiError(await caught(wrapKy(once, house).get(houseUrl)))).toBe(true)
    replay(server, houseUrl, { status: 404, body: { code: 'unscanned' } })
    expect(isApiError(await caught(wrapKy(once, house).get(houseUrl, { throwHttpErrors: () => false })))).toBe(true)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'pass')
  }
})

describe('pass', () => {
  const passing = wrapKy(once, house, { pass: ['authorization-pending', 'not-found'] })
  const unscanned: Reply = { body: { code: 'unscanned' } }

  it('hands an answer on', async () => {
    replay(server, houseUrl, unscanned)
    expect(await passing.get(houseUrl).json()).toEqual({ code: 'unscanned' })
  })

  it('leaves a failed status to ky', async () => {
    replay(server, houseUrl, { status: 404 })
    expect(await caught(passing.get(houseUrl))).toBeInstanceOf(HTTPError)
  })

  it('of one call stands instead of the instance’s', async () => {
    const { context } = perCall({ pass: (error) => error.code === 'arrears' })
    replay(server, houseUrl, unscanned)
    expect(await caughtApiError(passing.get(houseUrl, { context }))).toMatchObject({ code: 'unscanned' })
    replay(server, houseUrl, { body: { code: 'arrears' } })
    expect(await passing.get(houseUrl, { context }).json()).toEqual({ code: 'arrears' })
  })
})

describe('context.apiErrors', () => {
  it('switches us off for one call, or for a child', async () => {
    const { context } = perCall(false)
    const child = api.extend({ context })
    replay(server, houseUrl, { body: { code: 'arrears' } })
    expect(await api.get(houseUrl, { context }).json()).toEqual({ code: 'arrears' })
    expect(await child.get(houseUrl).json()).toEqual({ code: 'arrears' })
    expect(isApiError(await caught(child.get(houseUrl, { context: { apiErrors: {} } })))).toBe(true)
    replay(server, houseUrl, { status: 500 })
    expect(await caught(child.get(houseUrl))).toBeInstanceOf(HTTPError)
    replay(server, houseUrl, 'cut')
    expect(await caught(child.get(houseUrl))).toBeInstanceOf(NetworkError)
  })

  it.each<[unknown, string]>([
    [true, '`context.apiErrors` must be false or an object, got true'],
    [null, '`context.apiErrors` must be false or an object, got null'],
    [
      { pass: 'throttled' },
      '`context.apiErrors.pass` must be an array of reasons or categories, or a function, got "throttled"',
    ],
  ])('is refused when it is %j', (apiErrors, message) => {
    expect(() => api.get(houseUrl, { context: { apiErrors } })).toThrow(new TypeError(message))
  })
})

describe('fallback: false', () => {
  const only = wrapKy(once, [house], { fallback: false })

  it.each<[string, Reply]>([
    ['a failed status', { status: 500, body: { code: 'busy' } }],
    ['a failure of the network', 'cut'],
  ])('leaves %s of an unknown host as ky made it', async (_title, reply) => {
    replay(server, elsewhere, reply)
    const [bare, wrapped] = [await caught(once.get(elsewhere)), await caught(only.get(elsewhere))]
    expect(isKyError(wrapped)).toBe(true)
    expect(String(wrapped)).toBe(String(bare))
    expect((wrapped as HTTPError).data).toEqual((bare as HTTPError).data)
  })
})

describe('wrapKy refuses', () => {
  it.each<[string, () => unknown, string]>([
    ['what is no ky', () => wrapKy({} as typeof ky, house), '`ky` must be a ky instance, got {}'],
    ['options that are none', () => wrapKy(ky, house, null as never), '`options` must be an object, got null'],
    [
      'an unknown mode',
      () => wrapKy(ky, house, { mode: 'parse' as never }),
      "`mode` must be one of 'replace', 'attach', 'observe', 'parseJson', got \"parse\"",
    ],
    ['a bad pass', () => wrapKy(ky, house, { pass: ['nope' as never] }), '`pass[0]`'],
    ['an unknown option', () => wrapKy(ky, house, { mods: 'attach' } as never), '`mods` is not an option'],
    ['a provider that is none', () => wrapKy(ky, {} as never), 'must be made by'],
  ])('%s', (_title, wrap, message) => {
    expect(wrap).toThrow(TypeError)
    expect(wrap).toThrow(message)
  })
})
