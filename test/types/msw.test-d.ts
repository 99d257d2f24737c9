import {
  type ErrorHandlerOptions,
  errorHandler,
  handlersOf,
  networkError,
  okHandler,
  sequence,
  streamError,
} from '@unifault/msw'
import { bilibili } from '@unifault/providers/bilibili'
import { openai } from '@unifault/providers/openai'
import { http, type HttpHandler, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { expectTypeOf, test } from 'vitest'

test('handlers are what msw takes', () => {
  expectTypeOf(errorHandler(bilibili, '-352')).toEqualTypeOf<HttpHandler>()
  expectTypeOf(handlersOf(openai)).toEqualTypeOf<HttpHandler[]>()
  setupServer(
    errorHandler(bilibili, '-352', { path: /nav/, method: 'GET', delay: 'real', times: 2, headers: { 'x-a': 'b' } }),
    okHandler(bilibili, { body: { code: 0 } }),
    networkError(openai, { path: '/v1/*' }),
    streamError(openai, 'server_error', { at: 5, events: [{ choices: [] }], interval: 10 }),
    sequence([errorHandler(bilibili, '-352'), http.get('*', () => HttpResponse.json({ code: 0 }))]),
    ...handlersOf(bilibili, { header: 'x-code' }),
  )
})

test('the codes are those of the provider', () => {
  // @ts-expect-error -- no code of bilibili
  errorHandler(bilibili, '-3520000')
  // @ts-expect-error -- codes are texts
  errorHandler(bilibili, -352)
  // @ts-expect-error -- no option of a handler
  errorHandler(bilibili, '-352', { time: 1 })
  // @ts-expect-error -- where there is no answer there are no headers
  networkError(bilibili, { headers: {} })
  // @ts-expect-error -- no handler
  sequence([{}])
})

test('undefined is as good as left out', () => {
  const nothing: ErrorHandlerOptions = {
    path: undefined,
    method: undefined,
    delay: undefined,
    times: undefined,
    headers: undefined,
    dialect: undefined,
    when: undefined,
    status: undefined,
    message: undefined,
    texts: undefined,
    retryAfterMs: undefined,
    requestId: undefined,
  }
  errorHandler(bilibili, '-352', nothing)
})
