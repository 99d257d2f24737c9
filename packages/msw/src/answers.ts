// Handlers that answer as a provider does: with an error, with a success, with no answer at all, or as a header of the request says.
import type { Provider } from '@unifault/core'
import { checkOptions } from '@unifault/core/adapter'
import {
  type FakeResponse,
  fakeResponse,
  fakeResponseKinds,
  type FakeResponseOptions,
  fakeSuccess,
} from '@unifault/core/testing'
import { type HttpHandler, HttpResponse } from 'msw'
import { type HandlerOptions, handlerKinds, RepeatedHandler } from './handler.ts'

/** Where, how often and how late an error is answered, and what it tells beside its code. */
export type ErrorHandlerOptions = HandlerOptions & Omit<FakeResponseOptions, 'url'>

/** What is told beside the code, apart from where and how often. */
export function toldOf({
  path: _p,
  method: _m,
  delay: _d,
  times: _t,
  headers: _h,
  ...told
}: ErrorHandlerOptions): Omit<FakeResponseOptions, 'url'> {
  return told
}

const { url: _url, ...toldKinds } = fakeResponseKinds
/** What each option of an error may be. */
export const errorHandlerKinds: typeof handlerKinds = { ...handlerKinds, ...toldKinds }

function responseOf({ status, headers, body }: FakeResponse, more: HandlerOptions['headers']): Response {
  return new HttpResponse(body, { status, headers: { ...headers, ...more } })
}

/**
 * A handler that answers with an error of a provider, body and headers in the provider's own shape. What a code means may depend on host
 * and path: where no answer can carry it, the request gets a 500 that says so.
 *
 * @throws TypeError that names the option, when no table of the provider has the code, or an option is not what it may be
 * @example
 * setupServer(errorHandler(bilibili, '-352', { path: '/x/web-interface/*', times: 2 }))
 */
export function errorHandler<Code extends string>(
  provider: Provider<string, Code>,
  code: NoInfer<Code>,
  options: ErrorHandlerOptions = {},
): HttpHandler {
  checkOptions(options, errorHandlerKinds)
  const told = toldOf(options)
  fakeResponse(provider, code, told) // a wrong code fails here, not in the midst of a test
  return new RepeatedHandler(provider, options, ({ url }) =>
    responseOf(fakeResponse(provider, code, { ...told, url }), options.headers),
  )
}

/** What a success is. */
export interface OkHandlerOptions extends HandlerOptions {
  /** The body: text as it is, else as JSON; left out: a bare success in the provider's shape. */
  readonly body?: unknown
}

/**
 * A handler that answers with a success of a provider: what comes after the errors of a `sequence`.
 *
 * @throws TypeError that names the option, its value and what was expected
 * @example
 * okHandler(bilibili, { path: '/x/nav', body: { code: 0, message: '0', data: { isLogin: true } } })
 */
export function okHandler(provider: Provider, options: OkHandlerOptions = {}): HttpHandler {
  checkOptions(options, { ...handlerKinds, body: () => undefined })
  const { body, headers } = options
  return new RepeatedHandler(provider, options, ({ url }) => {
    if (body === undefined) return responseOf(fakeSuccess(provider, { url }), headers)
    if (typeof body === 'string') return new HttpResponse(body, { headers: { ...headers } })
    return HttpResponse.json(body as object, { headers: { ...headers } })
  })
}

/**
 * A handler whose requests get no answer, as when the connection breaks.
 *
 * @throws TypeError that names the option, its value and what was expected
 * @example
 * sequence([networkError(openai), okHandler(openai)])
 */
export function networkError(provider: Provider, options: Omit<HandlerOptions, 'headers'> = {}): HttpHandler {
  const { headers: _headers, ...kinds } = handlerKinds
  checkOptions(options, kinds)
  return new RepeatedHandler(provider, options, () => HttpResponse.error())
}

/** Which header chooses the code, and what the answers tell. */
export interface HandlersOfOptions extends Omit<ErrorHandlerOptions, 'dialect' | 'when'> {
  /** `x-unifault-code` where it is left out. */
  readonly header?: string | undefined
}

/**
 * Handlers that answer with the error whose code a header of the request names, `ok` for a success; requests without the header go to the
 * next handlers. A code that the provider does not have gets a 500 that says so.
 *
 * @throws TypeError that names the option, its value and what was expected
 * @example
 * setupWorker(...handlersOf(bilibili))
 * await fetch('https://api.bilibili.com/x/nav', { headers: { 'x-unifault-code': '-101' } })
 */
export function handlersOf(provider: Provider, options: HandlersOfOptions = {}): HttpHandler[] {
  const { dialect: _dialect, when: _when, ...kinds } = errorHandlerKinds
  checkOptions(options, { ...kinds, header: 'string' })
  const { header = 'x-unifault-code', ...rest } = options
  const told = toldOf(rest)
  const answer = ({ url, headers }: Request): Response => {
    const code = headers.get(header) ?? ''
    return responseOf(
      code === 'ok' ? fakeSuccess(provider, { url }) : fakeResponse(provider, code, { ...told, url }),
      rest.headers,
    )
  }
  return [new RepeatedHandler(provider, rest, answer, ({ headers }) => headers.has(header))]
}
