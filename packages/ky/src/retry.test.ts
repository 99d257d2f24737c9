import { defineProvider, isApiError } from '@unifault/core'
import ky, { type RetryOptions } from 'ky'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wrapKy } from './wrap-ky.ts'

const house = defineProvider({
  id: 'house',
  dialects: [
    {
      code: 'code',
      wait: { at: 'wait_ms', unit: 'ms' },
      success: [0],
      codes: { slow: 'throttled', busy: 'internal' },
    },
  ],
})

afterEach(() => void vi.restoreAllMocks())

/** What ky allows itself for reading the data of an HTTPError; it is no wait between attempts. */
const dataTimeout = 10_000

/** Lets no time pass: the waits between attempts, in milliseconds. */
function recordWaits(): number[] {
  const waits: number[] = []
  const { setTimeout } = globalThis
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms = 0) => {
    if (ms === dataTimeout) return setTimeout(run, ms).unref()
    waits.push(ms)
    return setTimeout(run, 0)
  })
  return waits
}

type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>]

async function waitsOf(retry: RetryOptions | number, ...answers: Answer[]): Promise<number[]> {
  const waits = recordWaits()
  let next = 0
  const fetch = async (): Promise<Response> => {
    const [status, body, headers] = answers[Math.min(next++, answers.length - 1)] as Answer
    return Response.json(body, { status, ...(headers && { headers }) })
  }
  await wrapKy(ky, house)
    .get('https://api.house.test/', { fetch, retry, timeout: false })
    .catch((error: unknown) => {
      if (!isApiError(error)) throw error
    })
  return waits
}

const after = (seconds: string): Record<string, string> => ({ 'retry-after': seconds })
const slow: Answer = [200, { code: 'slow' }, after('7')]
const slowWithoutWait: Answer = [200, { code: 'slow' }]
const delay = (attempt: number): number => attempt * 100

describe('the wait before an attempt', () => {
  it.each<[string, RetryOptions | number, Answer, number[]]>([
    ['is what the header asks for', 2, slow, [7000, 7000]],
    ['is what the body asks for', 2, [200, { code: 'slow', wait_ms: 1500 }], [1500, 1500]],
    ['is cut by maxRetryAfter', { maxRetryAfter: 100 }, slow, [100, 100]],
    ['is not cut by backoffLimit when the server asks for it', { backoffLimit: 50 }, slow, [7000, 7000]],
    ['has no jitter when the server asks for it', { jitter: () => 1 }, slow, [7000, 7000]],
    ['stands above a delay of the user', { delay }, slow, [7000, 7000]],
    ['is the delay of ky without a word of the server', {}, slowWithoutWait, [300, 600]],
    ['is the delay of the user without a word of the server', { delay }, slowWithoutWait, [100, 200]],
    ['is cut by backoffLimit when it is the user’s', { delay, backoffLimit: 150 }, slowWithoutWait, [100, 150]],
    ['has the jitter of the user', { delay, jitter: (ms) => ms + 1 }, slowWithoutWait, [101, 201]],
    ['has the jitter before backoffLimit', { jitter: (ms) => ms * 9, backoffLimit: 500 }, slowWithoutWait, [500, 500]],
    ['ignores a jitter that is no number', { delay, jitter: () => Number.NaN }, slowWithoutWait, [100, 200]],
    ['is the server’s for a failed status', 2, [429, {}, after('7')], [7000, 7000]],
    ['is the body’s for a failed status', 2, [429, { code: 'slow', wait_ms: 1500 }], [1500, 1500]],
    ['is not cut for a failed status either', { backoffLimit: 50, jitter: true }, [429, {}, after('7')], [7000, 7000]],
    ['is cut by maxRetryAfter for a failed status', { maxRetryAfter: 9 }, [503, {}, after('7')], [9, 9]],
    ['is ky’s where ky does not read Retry-After', { backoffLimit: 400 }, [500, {}, after('7')], [300, 400]],
    ['is ky’s where the user wants none read', { afterStatusCodes: [] }, [429, {}, after('7')], [300, 600]],
    [
      'is the user’s when he decides for a status',
      { delay, shouldRetry: () => true },
      [429, {}, after('7')],
      [100, 200],
    ],
    ['is the server’s when he decides for a body', { delay, shouldRetry: () => true }, slow, [7000, 7000]],
    ['is none where ky does not repeat', { afterStatusCodes: [425] }, [425, {}, after('7')], []],
    ['survives nonsense', 2, [200, { code: 'slow' }, after('-5')], [300, 600]],
    ['is none where the server asks for more than a minute', 2, [200, { code: 'slow' }, after('61')], []],
    ['is none where it asks for more under a failed status', 2, [429, {}, after('61')], []],
    [
      'is what maxRetryAfter leaves of a longer one',
      { maxRetryAfter: 100 },
      [200, { code: 'slow' }, after('61')],
      [100, 100],
    ],
  ])('%s', async (_title, retry, answer, waits) => {
    expect(await waitsOf(retry, answer)).toEqual(waits)
  })

  it('is of this attempt, not of the one before', async () => {
    expect(
      await waitsOf(4, slow, [200, { code: 'busy' }], [500, {}], [429, {}, after('2')], [200, { code: 0 }]),
    ).toEqual([7000, 600, 1200, 2000])
  })

  it('lies within the delay when the jitter is full', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    expect(await waitsOf({ delay, jitter: true }, slowWithoutWait)).toEqual([50, 100])
  })

  it('is not left over for a retry that a hook forces', async () => {
    const waits = recordWaits()
    let next = 0
    const fetch = async (): Promise<Response> =>
      next++ === 0 ? Response.json({ code: 'slow' }, { headers: after('7') }) : Response.json({ code: 0 })
    const afterResponse = [(): ReturnType<typeof ky.retry> | undefined => (next === 2 ? ky.retry() : undefined)]
    await wrapKy(ky, house).get('https://api.house.test/', { fetch, hooks: { afterResponse }, timeout: false })
    expect(waits).toEqual([7000, 600])
  })
})
