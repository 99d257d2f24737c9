import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import ky, { type KyInstance, type Options } from 'ky'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comparable, options, outcomeOf, providers, type Run, serveAll } from './untouched.ts'

const reason = new Error('changed my mind')

/** Hooks of every kind but `init`, which is ours, that note what they see. */
const loggingHooks = ({ log }: Run): NonNullable<Options['hooks']> => ({
  beforeRequest: [({ retryCount }) => log(`beforeRequest ${retryCount}`)],
  beforeRetry: [({ error, retryCount }) => log(`beforeRetry ${retryCount} ${error.name}`)],
  beforeError: [({ error }) => (log(`beforeError ${error.name}`), error)],
  afterResponse: [({ response, retryCount }) => log(`afterResponse ${retryCount} ${response.status}`)],
})
const quick = { delay: () => 1, jitter: false } as const

/** What ky documents, as calls of a fresh instance. */
const behaviours: Record<string, (instance: KyInstance, run: Run) => unknown> = {
  'a success': async (instance, { url }) => {
    const response = await instance(`${url}status/200`)
    const { status, redirected, type, bodyUsed, ok } = response
    return [status, redirected, type, bodyUsed, ok, await response.clone().text(), await response.json()]
  },
  'a body that tells an error under 200': (instance, { url }) => instance(`${url}status/200/1`).json(),
  'a failed status': (instance, { url, ...run }) =>
    instance(`${url}status/404`, { hooks: loggingHooks({ url, ...run }) }),
  'a page under 502': (instance, { url }) => instance.post(`${url}page`),
  'the order of hooks over retries': async (instance, run) =>
    instance(`${run.url}status/503/2`, { hooks: loggingHooks(run), retry: quick }).json(),
  'the order of hooks over retries in vain': (instance, run) =>
    instance(`${run.url}status/503`, { hooks: loggingHooks(run), retry: quick }),
  'retry statuses': async (instance, { url }) => {
    const ends = [408, 413, 429, 500, 501, 502, 503, 504, 404, 418].map((status) =>
      outcomeOf(() =>
        instance(`${url}status/${status}/1`, { retry: quick, headers: { 'x-run': crypto.randomUUID() } }).json(),
      ),
    )
    return Promise.all(ends)
  },
  'retry of a POST': (instance, run) =>
    instance.post(`${run.url}status/503/1`, { hooks: loggingHooks(run), retry: quick }),
  'retry of a POST that is allowed': (instance, run) =>
    instance.post(`${run.url}status/503/1`, { json: { a: 1 }, retry: { ...quick, methods: ['post'] } }).json(),
  'a retry limit of 0, as a number': (instance, { url }) => instance(`${url}status/503/1`, { retry: 0 }).json(),
  'shouldRetry that says yes': (instance, run) =>
    instance(`${run.url}status/404/2`, {
      retry: { ...quick, shouldRetry: () => true },
      hooks: loggingHooks(run),
    }).json(),
  'shouldRetry that says no': (instance, run) =>
    instance(`${run.url}status/503/2`, {
      retry: { ...quick, shouldRetry: () => false },
      hooks: loggingHooks(run),
    }).json(),
  'shouldRetry that leaves it': (instance, { url }) =>
    instance(`${url}status/503/2`, { retry: { ...quick, shouldRetry: () => undefined } }).json(),
  'own delays and jitter': async (instance, { url, log }) => {
    const delay = (attempt: number): number => (log(`delay ${attempt}`), 2)
    const jitter = (planned: number): number => (log(`jitter ${planned}`), planned)
    return instance(`${url}status/500/2`, { retry: { delay, jitter, backoffLimit: 50 } }).json()
  },
  'retry of a connection that is reset': (instance, run) =>
    instance(`${run.url}reset`, { hooks: loggingHooks(run), retry: { ...quick, limit: 1 } }),
  'a hook that asks for a retry': async (instance, { url, log }) =>
    instance(`${url}status/200`, {
      retry: quick,
      hooks: {
        afterResponse: [
          ({ retryCount }) => (log(`after ${retryCount}`), retryCount === 0 ? ky.retry({ delay: 1 }) : undefined),
        ],
      },
    }).json(),
  'a hook that stops retries': async (instance, { url }) =>
    typeof (await instance(`${url}status/503`, { retry: quick, hooks: { beforeRetry: [() => ky.stop] } })),
  'a hook that answers instead': (instance, { url }) =>
    instance(`${url}status/503`, { hooks: { beforeRequest: [() => new Response('{"instead":1}')] } }).json(),
  'a hook that replaces the answer': (instance, { url }) =>
    instance(`${url}status/200`, {
      hooks: { afterResponse: [() => new Response('{"instead":1}', { status: 201 })] },
    }).json(),
  'a hook that replaces the error': (instance, { url }) =>
    instance(`${url}status/404`, { hooks: { beforeError: [() => reason] } }),
  'a hook that throws': (instance, { url }) =>
    instance(`${url}status/200`, {
      hooks: {
        beforeRequest: [
          () => {
            throw reason
          },
        ],
      },
    }),
  'a time-out': (instance, run) => instance(`${run.url}hang`, { timeout: 30, hooks: loggingHooks(run) }),
  'a time-out in the body': (instance, { url }) => instance(`${url}slow`, { timeout: 60, retry: 0 }).text(),
  'a time-out of all attempts': (instance, { url }) => instance(`${url}hang`, { totalTimeout: 40 }),
  'a time-out that may be repeated': (instance, run) =>
    instance(`${run.url}hang`, {
      timeout: 20,
      retry: { ...quick, limit: 1, retryOnTimeout: true },
      hooks: loggingHooks(run),
    }),
  'an abort': async (instance, { url }) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 20)
    return instance(`${url}hang`, { signal: controller.signal }).then(
      () => 'answered',
      (error: unknown) => [error === reason, (error as Error).name],
    )
  },
  'an abort without a reason': (instance, { url }) => instance(`${url}hang`, { signal: AbortSignal.abort() }),
  'a signal that times out': (instance, { url }) => instance(`${url}hang`, { signal: AbortSignal.timeout(20) }),
  'throwHttpErrors false': async (instance, { url }) =>
    (await instance(`${url}status/500`, { throwHttpErrors: false })).status,
  'throwHttpErrors of one status': async (instance, { url }) => {
    const throwHttpErrors = (status: number): boolean => status !== 404
    const accepted = (await instance(`${url}status/404`, { throwHttpErrors })).status
    return [accepted, await outcomeOf(() => instance(`${url}status/403`, { throwHttpErrors }))]
  },
  'a parser of JSON of the own': (instance, { url, log }) =>
    instance(`${url}status/200`, { parseJson: (text) => (log('parse'), [JSON.parse(text)]) }).json(),
  'JSON that does not parse': (instance, { url }) => instance(`${url}bad-json`).json(),
  'an answer without a body': async (instance, { url }) => (await instance(`${url}empty`)).status,
  'bytes, blob and stream': async (instance, { url }) => {
    let size = 0
    for await (const piece of (await instance(`${url}bytes`)).body ?? []) size += piece.byteLength
    return [size, (await instance(`${url}bytes`).arrayBuffer()).byteLength, (await instance(`${url}bytes`).blob()).size]
  },
  'text in an encoding': (instance, { url }) => instance(`${url}text`).text(),
  'a body that is cut': (instance, { url }) => instance(`${url}cut`, { retry: 0 }).json(),
  'progress of a download': async (instance, { url }) => {
    let last = 0
    await instance(`${url}bytes`, {
      onDownloadProgress: ({ transferredBytes }) => void (last = transferredBytes),
    }).arrayBuffer()
    return last
  },
  'what is sent': async (instance, { url }) => [
    await instance.post(`${url}echo`, { json: { a: 1 } }).json(),
    await instance.put(`${url}echo`, { body: 'text' }).text(),
    new URL((await instance(`${url}status/200`, { searchParams: { b: 'x y' } })).url).search,
  ],
  'children of an instance': async (instance, { url }) => {
    const child = instance.extend({ headers: { 'x-a': '1' }, retry: { limit: 1, ...quick } })
    return outcomeOf(() => child(`${url}status/503/1`).json())
  },
  'a fetch of the own': (instance, { url, log }) =>
    instance(`${url}status/200`, { fetch: (...request) => (log('fetch'), fetch(...request)) }).json(),
  'a redirect': async (instance, { url }) => (await instance(`${url}moved`)).redirected,
  'a server that is not there': (instance) => instance('http://127.0.0.1:1/', { retry: 0 }),
  'a URL that is none': (instance) => instance('http://['),
}

let server: Awaited<ReturnType<typeof serveAll>>
beforeAll(async () => {
  server = await serveAll()
})
afterAll(() => server.close())

async function traceOf(behave: (instance: KyInstance, run: Run) => unknown, isWrapped: boolean): Promise<unknown> {
  const bare = ky.create({ headers: { 'x-run': crypto.randomUUID() } })
  const events: string[] = []
  const instance = isWrapped ? wrapKy(bare, providers, options) : bare
  const outcome = await outcomeOf(() => behave(instance, { url: server.url, log: (event) => void events.push(event) }))
  return comparable({ outcome, events })
}

test.each(Object.entries(behaviours))(
  'a ky instance that judges other hosts behaves as a bare one: %s',
  async (_name, behave) => {
    const [bare, wrapped] = await Promise.all([traceOf(behave, false), traceOf(behave, true)])
    expect(wrapped).toEqual(bare)
  },
)

test('a fetch that judges other hosts gives the very same answers and errors', async () => {
  const answers = [
    new Response('{"code":-101}', { status: 500 }),
    Response.error(),
    new Response(null, { status: 204 }),
  ]
  const errors = [new TypeError('fetch failed'), new DOMException('x', 'AbortError'), new Error('x'), undefined, 'text']
  for (const answer of answers) {
    expect(await wrapFetch(() => Promise.resolve(answer), providers, options)('https://a.test/')).toBe(answer)
    expect(answer.bodyUsed).toBe(false)
  }
  for (const error of errors) {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- whatever a fetch of the user's own rejects with
    const wrapped = wrapFetch(() => Promise.reject(error), providers, options)
    expect(await wrapped('https://a.test/').catch((one: unknown) => one)).toBe(error)
  }
})
