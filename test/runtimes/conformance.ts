// What every runtime must do alike: one program without a test framework.
import { apiErrorOf, installApiErrors } from '@unifault/axios'
import { createClassifier, explain, isApiError, originOf, toOtelAttributes, toProblemDetails } from '@unifault/core'
import { problemResponse, wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { toResult } from '@unifault/neverthrow'
import { allProviders, generic } from '@unifault/providers'
import { bilibili } from '@unifault/providers/bilibili'
import { texts } from '@unifault/providers/bilibili/texts/zh'
import axios from 'axios'
import ky from 'ky'

/** What was found: how many checks held, and the words of those that did not. */
export interface Report {
  readonly passed: number
  readonly failed: readonly string[]
}

type Inspect = (value: unknown, options?: object) => string
type Runtime = { readonly Deno?: { readonly inspect: Inspect }; readonly Bun?: { readonly inspect: Inspect } }

/** There axios uses XMLHttpRequest, and CORS hides headers and, without it, whole answers. */
const isBrowser = 'document' in globalThis
const secret = 'plantedSecret/7f3a9+c1=='
const classify = createClassifier(allProviders, { fallback: generic })
const at = { url: 'https://api.bilibili.com/x/web-interface/nav', method: 'GET', status: 200, headers: {} }

function equal(found: unknown, wanted: unknown): void {
  const [shown, due] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (shown !== due) throw new Error(`expected ${due}, got ${shown}`)
}

async function caught(run: () => unknown): Promise<unknown> {
  try {
    await run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

async function reasonOf(run: () => unknown): Promise<string> {
  const error = await caught(run)
  if (!isApiError(error)) throw new Error('no ApiError', { cause: error })
  return error.reason
}

async function inspectOf(): Promise<Inspect | undefined> {
  const { Deno, Bun } = globalThis as Runtime
  if (Deno !== undefined || Bun !== undefined) return (Deno ?? Bun)?.inspect
  const name = 'node:util'
  return import(/* @vite-ignore */ name).then(
    ({ inspect }: { inspect: Inspect }) => inspect,
    () => undefined, // a runtime without it prints what `toJSON` and `toString` give
  )
}

/** Every check, by name; `server` is where the loopback server of this folder listens. */
function checksWith(server: string): Record<string, () => unknown> {
  const guarded = wrapFetch(fetch, bilibili)
  const instance = axios.create()
  installApiErrors(instance, bilibili)
  const wrappedKy = wrapKy(ky.create({ retry: 0 }), bilibili)
  const refused = { ...at, body: '{"code":-101,"message":"账号未登录","ttl":1}' }
  return {
    'a code in the body of a 200 is found'() {
      const { category, reason, code, provider, retry, message } = classify(refused) ?? {}
      equal([category, reason, code, provider, retry], ['auth', 'unauthenticated', '-101', 'bilibili', 'never'])
      equal(message, 'bilibili -101: unauthenticated (HTTP 200): 账号未登录')
    },
    'a success is none'() {
      equal(classify({ ...at, body: '{"code":0,"message":"0","data":{}}' }), undefined)
    },
    'JSONP, XML, forms and pages are read'() {
      const body = 'callback({"ret":-1,"msg":"client request\'s parameters are invalid"});'
      equal(classify({ ...at, url: 'https://graph.qq.com/user/get_user_info', body })?.provider, 'tencent')
      const xml = '<Error><Code>SlowDown</Code><Message>slow</Message></Error>'
      equal(classify({ ...at, url: 'https://s3.amazonaws.com/b', status: 503, body: xml })?.code, 'SlowDown')
      equal(
        classify({ ...at, url: 'https://a.test/', status: 502, body: '<html><h1>x</h1></html>' })?.reason,
        'unavailable',
      )
    },
    'GBK that is declared is decoded'() {
      const bytes = new Uint8Array([
        123, 34, 99, 111, 100, 101, 34, 58, 45, 49, 48, 49, 44, 34, 109, 101, 115, 115, 97, 103, 101, 34, 58, 34, 206,
        180, 181, 199, 194, 188, 34, 125,
      ])
      const headers = { 'content-type': 'application/json; charset=gb18030' }
      equal(classify({ ...at, headers, body: bytes })?.providerMessage, '未登录')
    },
    'waits are read'() {
      equal(
        classify({ ...at, url: 'https://a.test', status: 429, headers: { 'Retry-After': '7' }, body: '' })
          ?.retryAfterMs,
        7000,
      )
    },
    'an ApiError is an Error with a brand, a stack and its fields'() {
      const error = classify(refused)
      equal(
        [isApiError(error), isApiError(error, bilibili, '-101'), error instanceof Error, isApiError({})],
        [true, true, true, false],
      )
      equal(error?.stack?.includes('bilibili -101: unauthenticated'), true)
      equal(String(error).startsWith('ApiError: bilibili -101'), true)
      equal(Object.keys(error?.toJSON() ?? {}).slice(0, 5), ['v', 'name', 'message', 'category', 'reason'])
      equal(JSON.stringify(error), JSON.stringify(error?.toJSON()))
    },
    async 'no secret is shown'() {
      const echo = [secret, encodeURIComponent(secret), `Bearer ${secret}`]
      if (!isBrowser) echo.push(btoa(secret)) // the redaction for browsers knows no base64
      const inspect = await inspectOf()
      for (const one of echo) {
        const error = classify(
          {
            ...at,
            body: { code: -101, message: `no ${one}` },
            requestHeaders: new Headers({ authorization: `Bearer ${secret}` }),
          },
          { origin: { error: new Error(secret), response: secret, headers: secret, body: secret } },
        )
        if (error === undefined) throw new Error('no error')
        const views = [JSON.stringify(error), String(error), error.stack ?? '', inspect?.(error, { depth: 10 }) ?? '']
        views.push(inspect?.(new Error('x', { cause: error })) ?? '')
        views.push(JSON.stringify([toProblemDetails(error, 'relay'), toOtelAttributes(error)]))
        equal(
          views.some((view) => echo.some((form) => view.includes(form))),
          false,
        )
        equal(originOf(error).response, secret)
      }
    },
    'texts explain a code'() {
      const error = classify(refused)
      equal(error && typeof explain(error, texts), 'string')
    },
    'a failure without an answer is one of the network'() {
      const error = Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
      const made = classify.failure({ kind: 'network', sent: false, error }, { url: at.url, method: 'GET' })
      equal([made?.reason, made?.code, made?.retry], ['network', 'ECONNREFUSED', 'after-wait'])
    },
    async 'a problem response tells the gateway error'() {
      const error = classify(refused)
      if (error === undefined) throw new Error('no error')
      const response = problemResponse(error)
      equal([response.status, response.headers.get('content-type')], [502, 'application/problem+json'])
      equal(((await response.json()) as { category: string }).category, 'server')
    },
    async 'fetch throws an error of a body, and hands a success on unread'() {
      equal(await reasonOf(() => guarded(`${server}refused`)), 'unauthenticated')
      const response = await guarded(`${server}fine`)
      equal([response.bodyUsed, response.url, await response.text()], [false, `${server}fine`, '{"code":0,"data":1}'])
    },
    async 'fetch throws for a status, for a body that is cut, and without a server'() {
      equal(await reasonOf(() => guarded(`${server}unavailable`)), 'unavailable')
      equal(await reasonOf(() => guarded(`${server}cut`)), 'network')
      equal(await reasonOf(() => guarded('http://127.0.0.1:1/')), 'network')
    },
    async 'an abort stays an abort'() {
      const error = await caught(() => guarded(`${server}hang`, { signal: AbortSignal.timeout(50) }))
      equal([isApiError(error), (error as Error).name], [false, 'TimeoutError'])
    },
    async 'an answer without a status goes on untouched'() {
      const opaque = Response.error()
      equal((await wrapFetch(() => Promise.resolve(opaque), bilibili)('https://a.test/')) === opaque, true)
    },
    async 'axios rejects with an ApiError'() {
      equal(await reasonOf(() => instance.get(`${server}refused`)), 'unauthenticated')
      equal(await reasonOf(() => instance.get(`${server}unavailable`)), 'unavailable')
      equal(apiErrorOf(await caught(() => instance.get('http://127.0.0.1:1/')))?.reason, 'network')
      equal((await instance.get<unknown>(`${server}fine`)).data, { code: 0, data: 1 })
    },
    async 'ky rejects with an ApiError'() {
      equal(await reasonOf(() => wrappedKy(`${server}refused`)), 'unauthenticated')
      equal(await reasonOf(() => wrappedKy(`${server}unavailable`)), 'unavailable')
      equal(await wrappedKy(`${server}fine`).json(), { code: 0, data: 1 })
    },
    async 'a wait is read where the runtime lets it be seen'() {
      for (const send of [() => guarded(`${server}refused`), () => instance.get(`${server}refused`)]) {
        const error = apiErrorOf(await caught(send))
        equal(error?.retryAfterMs, isBrowser ? undefined : 3000) // CORS hides it
      }
    },
    async 'an opaque answer goes on untouched'() {
      if (!isBrowser) return
      const response = await guarded(`${server}refused`, { mode: 'no-cors' })
      equal([response.type, response.status], ['opaque', 0])
    },
    async 'axios over fetch rejects with an ApiError'() {
      const overFetch = axios.create({ adapter: 'fetch' })
      installApiErrors(overFetch, bilibili)
      equal(await reasonOf(() => overFetch.get(`${server}refused`)), 'unauthenticated')
      equal(await reasonOf(() => overFetch.get(`${server}cut`)), 'network')
    },
    async 'neverthrow holds the error'() {
      const result = await toResult(() => guarded(`${server}refused`))
      equal(result.isErr() && result.error.category, 'auth')
    },
  }
}

/** Runs every check, one after the other. */
export async function conformance(server: string): Promise<Report> {
  const failed: string[] = []
  let passed = 0
  for (const [name, check] of Object.entries(checksWith(server)))
    try {
      await check()
      passed++
    } catch (error) {
      failed.push(
        `${name}: ${String(error)} ${(error as Error).cause === undefined ? '' : String((error as Error).cause)}`,
      )
    }
  return { passed, failed }
}
