import './seed.ts'
import { inspect } from 'node:util'
import { createClassifier, isApiError, toOtelAttributes, toProblemDetails } from '@unifault/core'
import fc from 'fast-check'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { revealedIn } from '../hostile/revealed.ts'
import { hostileShop } from './hostile-values.ts'

const classifiers = [createClassifier(hostileShop), createClassifier([])]

/** Distinct enough that it stands nowhere by chance; with everything that encoders treat differently. */
const secret = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z0-9]{6,12}$/),
    fc.string({ unit: fc.constantFrom(...Array.from(`!'()*~-_. +/=&<>"\\%:;,{}[]@#?$^|\`éß中密😀`)), maxLength: 8 }),
    fc.stringMatching(/^[A-Za-z0-9]{6,12}$/),
  )
  .map(([head, middle, tail]) => `Zq9${head}${middle}${tail}9qZ`)

const hex = (text: string): string => Buffer.from(text).toString('hex')
const echoes: Record<string, (text: string) => string> = {
  raw: (text) => text,
  percent: encodeURIComponent,
  'percent in small letters': (text) => encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase()),
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'as in a URL': (text) => new URL(`https://a.example/?a=${encodeURIComponent(text)}`).search.slice(3),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex,
  HEX: (text) => hex(text).toUpperCase(),
  JSON: (text) => JSON.stringify(text),
  'JSON in ASCII': (text) =>
    JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
}

interface Carried {
  url?: string
  requestHeaders?: unknown
  requestBody?: unknown
}

const carriers: Record<string, (text: string) => Carried> = {
  query: (text) => ({ url: `https://shop.example/x?access_token=${encodeURIComponent(text)}&a=b` }),
  form: (text) => ({ requestBody: new URLSearchParams({ a: '1', client_secret: text }).toString() }),
  URLSearchParams: (text) => ({ requestBody: new URLSearchParams({ password: text }) }),
  JSON: (text) => ({ requestBody: JSON.stringify({ user: { password: text } }) }),
  record: (text) => ({ requestBody: { refreshToken: text } }),
  'JSON in a form': (text) => ({
    requestBody: new URLSearchParams({ biz_content: JSON.stringify({ auth_code: text }) }).toString(),
  }),
  bytes: (text) => ({ requestBody: new TextEncoder().encode(JSON.stringify({ secret: text })) }),
  'Authorization: Basic': (text) => ({
    requestHeaders: { Authorization: `Basic ${Buffer.from(`user:${text}`).toString('base64')}` },
  }),
  'Authorization: Bearer': (text) => ({ requestHeaders: new Map([['authorization', `Bearer ${text}`]]) }),
  Cookie: (text) => ({ requestHeaders: { cookie: `a=b; SESSDATA=${encodeURIComponent(text)}` } }),
  'X-Api-Key': (text) => ({ requestHeaders: [['X-Api-Key', text]] }),
}

/** What an error shows of an answer, but for the request id: that is never redacted. */
const places: ((echo: string) => { body: unknown; headers?: object })[] = [
  (echo) => ({ body: { code: 'E.1', msg: `bad value ${echo}!` } }),
  (echo) => ({ body: { code: echo } }),
  (echo) => ({ body: { code: 7, request_id: 'req-1', param: echo, message: echo } }),
  (echo) => ({ body: { x_response: { sub_code: 'a', code: echo }, code: echo } }),
  (echo) => ({ body: `failed: ${echo}` }),
  (echo) => ({
    body: JSON.stringify({ title: echo, type: echo, detail: echo, errors: [{ pointer: echo, detail: echo }] }),
  }),
  (echo) => ({ body: { error: echo, error_description: echo } }),
  (echo) => ({
    body: {
      error: {
        status: 'INTERNAL',
        message: echo,
        details: [{ fieldViolations: [{ field: echo, description: echo }] }],
      },
    },
  }),
  (echo) => ({
    body: '',
    headers: { 'x-code': echo.replace(/[^ -~]/g, '_'), 'x-request-id': 'req-1' },
  }),
]

const lines: string[] = []
const log = pino({}, { write: (line: string) => void lines.push(line) })

function views(error: unknown): string[] {
  if (!isApiError(error)) throw new Error('no ApiError')
  lines.length = 0
  log.error(error)
  log.error({ err: error, nested: { error } }, 'failed')
  return [
    error.message,
    error.stack ?? '',
    String(error),
    JSON.stringify(error),
    inspect(error),
    inspect({ a: { b: [error] } }, { depth: 20, showHidden: false }),
    inspect(new Error('outer', { cause: error }), { depth: 20 }),
    JSON.stringify([toProblemDetails(error, 'relay'), toProblemDetails(error, 'gateway')]),
    JSON.stringify(toOtelAttributes(error)),
    ...lines,
  ]
}

const word = fc.tuple(secret, fc.constantFrom(...Object.keys(echoes)), fc.constantFrom(...Object.keys(carriers)))

test(
  'no secret that a request carried is in any view of its error, however the answer echoes it',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(
        word,
        fc.constantFrom(...places),
        fc.constantFrom(400, 401, 500),
        ([text, echo, carrier], place, status) => {
          const echoed = (echoes[echo] as (text: string) => string)(text)
          const { url = 'https://shop.example/x', ...carried } = (carriers[carrier] as (text: string) => Carried)(text)
          const { body, headers = {} } = place(echoed)
          for (const classify of classifiers) {
            const error = classify({ url, method: 'POST', status, headers, body, ...carried })
            expect(revealedIn(views(error), text, echoed)).toBeUndefined()
          }
        },
      ),
      { numRuns: 300 },
    )
  },
)

test('nothing of a query, a fragment or user info is in any view, echoed or not', { timeout: 120_000 }, () => {
  const part = fc.stringMatching(/^[a-z]{8,20}$/).map((letters) => `Zq9${letters}`)
  fc.assert(
    fc.property(part, part, part, (query, fragment, user) => {
      const url = `https://${user}:${user}@shop.example/x?q=${query}#${fragment}`
      for (const classify of classifiers) {
        const answer = classify({ url, method: 'GET', status: 500, headers: {}, body: { code: 'E.1' } })
        const failure = classify.failure({ kind: 'network', error: new Error(`failed ${url}`) }, { url, method: 'GET' })
        for (const error of [answer, failure])
          for (const view of views(error)) for (const one of [query, fragment, user]) expect(view).not.toContain(one)
      }
    }),
    { numRuns: 100 },
  )
})
