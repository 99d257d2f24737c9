import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faults, type FaultyServer, serveFaults } from './faults.ts'
import { agent, clients, outcomeOf } from './faulty-clients.ts'

/** Other than these, every fault is an ApiError of the network. A signal of the user's own stays the user's. */
const late = /^(?:ApiError timeout|own TimeoutError)$/
const expected: Readonly<Record<string, RegExp>> = {
  'stall-before-headers': late,
  'stall-in-headers': late,
  'stall-in-body': late,
  'length-too-short': /^answer \{"code":0 \}$|^ApiError network$/,
  'length-and-chunks': /^answer $|^ApiError network$/,
  'an-unknown-encoding': /^ApiError throttled$/,
  'an-endless-text': /^answer x{24}$|^own ERR_BAD_RESPONSE$|^ApiError timeout$|^own TimeoutError$/,
  'early-hints': /^ApiError throttled$/,
  'a-redirect-in-a-circle': /^own ERR_FR_TOO_MANY_REDIRECTS$|^ApiError network$/,
  'drop-by-drop': /^ApiError throttled$/,
  'one-error-after-another': /^ApiError throttled$/,
  'one-success-after-another': /^answer \{"code":0,"data":1\}$/,
}

/** Long where something comes: the clock decides nothing. Short where nothing does. */
const patience = { long: 60_000, short: 400 }
const endless = /^stall|^an-endless/

let server: FaultyServer
let before: string[]
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)

/** Sockets and requests; timers of the tests' own runner come and go. */
function resources(): string[] {
  return process.getActiveResourcesInfo().filter((name) => /TCP|HTTP|Request|TLS|ZLIB|Brotli/i.test(name))
}

beforeAll(async () => {
  process.on('unhandledRejection', note)
  before = resources()
  server = await serveFaults()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  agent.destroy()
  for (let tries = 0; tries < 100 && resources().length > before.length; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', note)
  expect(resources()).toEqual(before)
  expect(unhandled).toEqual([])
})

describe.each(Object.entries(clients))('%s', (_client, send) => {
  test.concurrent.each(Object.keys(faults))(
    'gives one outcome when the server does this: %s',
    { timeout: 120_000 },
    async (fault) => {
      const call = send(server.url + fault, endless.test(fault) ? patience.short : patience.long)
      expect(await outcomeOf(call)).toMatch(expected[fault] ?? /^ApiError network$/)
    },
  )

  test('keeps its connections and leaves no listener over a few hundred answers', { timeout: 120_000 }, async () => {
    const connections = server.connections
    const listeners = process.eventNames().map((name) => process.listenerCount(name))
    for (let round = 0; round < 100; round++) {
      expect(await outcomeOf(send(`${server.url}one-error-after-another`, patience.long))).toBe('ApiError throttled')
      expect(await outcomeOf(send(`${server.url}one-success-after-another`, patience.long))).toBe(
        'answer {"code":0,"data":1}',
      )
    }
    expect(server.connections - connections).toBeLessThan(20)
    expect(process.eventNames().map((name) => process.listenerCount(name))).toEqual(listeners)
  })
})

test('a server that is not there is an ApiError of the network, which never left', { timeout: 120_000 }, async () => {
  const gone = await serveFaults()
  const { url } = gone
  await gone[Symbol.asyncDispose]()
  for (const send of Object.values(clients)) expect(await outcomeOf(send(url, patience.long))).toBe('ApiError network')
})
