import { inspect } from 'node:util'
import { createClassifier, type Defect, isApiError, type RawResponse, type TransportFailure } from '@unifault/core'
import { allProviders, generic } from '@unifault/providers'
import { bilibili } from '@unifault/providers/bilibili'
import { afterEach, expect, test } from 'vitest'
import { bodies, headerBags, oddities, statuses, urls } from './nonsense.ts'

const defects: Defect[] = []
const onDefect = (defect: Defect): void => void defects.push(defect)
afterEach(() => void (defects.length = 0))

const classifiers = [
  createClassifier(allProviders, { fallback: generic, onDefect }),
  createClassifier(allProviders, { fallback: 'status', onDefect }),
  createClassifier(bilibili, { onDefect }),
]
const base = { url: 'https://api.bilibili.com/x', method: 'GET', status: 400, headers: {}, body: '{"code":-101}' }

/** What every answer must give: no throw, and an ApiError that can be shown, or nothing. */
function judge(parts: Record<string, unknown>): number {
  let errors = 0
  for (const classify of classifiers) {
    const error = classify({ ...base, ...parts })
    if (error === undefined) continue
    errors++
    expect(isApiError(error)).toBe(true)
    expect(error.message.length).toBeLessThan(1000)
    expect(JSON.stringify(error).length).toBeLessThan(20_000)
    expect(inspect(error, { depth: 10 })).toContain(error.reason)
    const { status = 100 } = error
    expect(Number.isInteger(status) && status >= 100 && status <= 999).toBe(true)
    expect(error.request.url ?? '').not.toMatch(/[?#]|pass@/)
    const { retryAfterMs = 0 } = error
    expect(Number.isInteger(retryAfterMs) && retryAfterMs >= 0 && retryAfterMs <= 86_400_000).toBe(true)
  }
  return errors
}

test('no status throws', () => {
  for (const status of statuses)
    for (const body of ['', '{"code":-101}', '{"code":0}', undefined, '<html>']) judge({ status, body })
})

test.each(Object.keys(headerBags))('%s as headers do not throw', (name) => {
  const headers = headerBags[name]
  for (const status of [200, 401, 403, 429, 503]) expect(judge({ headers, status })).toBeGreaterThan(0)
  judge({ requestHeaders: headers })
})

test('no URL throws', () => {
  for (const url of urls) judge({ url, requestUrl: url, body: '{"code":-101,"message":"no"}' })
})

test.each(Object.keys(bodies))('%s as a body does not throw, and the status decides at least', (name) => {
  const body = bodies[name]
  judge({ body, status: 200 })
  expect(judge({ body, status: 503, headers: { 'content-type': 'application/json; charset=gbk' } })).toBe(3)
  judge({ body, requestBody: body, headers: { 'content-type': 'text/html; charset="no-such-charset"' } })
})

test('a document that is cut anywhere does not throw', () => {
  const documents = [
    '{"code":-101,"message":"\\u8d26号 \\"x\\"","data":[1,{"a":null}]}',
    'callback({"ret":-1,"msg":"\\"x)"});',
    '<Error><Code>A</Code><Message><![CDATA[<x>]]></Message></Error>',
    '<!doctype html><html><title>x</title><script>1</script></html>',
    'error=invalid_grant&error_description=x%20y',
  ]
  for (const document of documents)
    for (let end = 0; end <= document.length; end++) {
      judge({ body: document.slice(0, end), status: 200 })
      judge({ body: new TextEncoder().encode(document).slice(0, end) })
    }
})

test.each(Object.keys(oddities))('%s in the place of every part does not throw', (name) => {
  const odd = oddities[name]
  for (const part of ['url', 'method', 'status', 'headers', 'body', 'requestHeaders', 'requestUrl', 'requestBody'])
    judge({ [part]: odd })
  for (const classify of classifiers) classify(odd as RawResponse)
  for (const part of ['code', 'message', 'data', 'errors', 'error', 'title', 'status'])
    judge({ body: { code: -101, [part]: odd } })
})

test('a word over and over, in any field, holds no answer up', () => {
  const words = [
    'aA',
    'cD',
    'a_',
    'a.',
    'a',
    ' ',
    '一',
    '系统',
    'message=',
    'error ',
    'has been ',
    'invalid token ',
    '\r\n',
    '<',
    '&',
    '%',
  ]
  for (const word of words)
    for (const name of ['code', 'error', 'status', 'message', 'msg', 'type', 'title', 'detail']) {
      const long = `x${word.repeat(20_000)}!`
      judge({ body: { [name]: long, success: false }, url: 'https://a.test/', status: 200 })
      judge({ body: { error: { [name]: long }, message: long }, url: 'https://a.test/' })
    }
})

const loop: { cause?: unknown } = {}
loop.cause = { cause: { cause: loop } }
let chain: unknown = { code: 'EDEEP' }
for (let depth = 0; depth < 100_000; depth++) chain = { cause: chain }
const clientErrors: Record<string, unknown> = {
  ...oddities,
  'causes in a circle': loop,
  'a chain of 100,000 causes': chain,
  'an error that aggregates itself': Object.assign(new Error('x'), { errors: [loop] }),
  'a code that is no code': { code: 'not a code\r\n\u001B[31m' },
  'a code of 100,000 letters': { code: 'E'.repeat(100_000) },
}

test.each(Object.keys(clientErrors))('%s as the error of a client does not throw', (name) => {
  const error = clientErrors[name]
  for (const kind of ['network', 'timeout', 'cancelled'] as const)
    for (const classify of classifiers) {
      const made = classify.failure({ kind, error }, { url: base.url, method: 'GET' })
      expect(made === undefined).toBe(kind === 'cancelled')
      expect(made?.code ?? 'ENONE').toMatch(/^[A-Za-z][\w-]{2,63}$/)
      expect(JSON.stringify(made) ?? '').not.toContain('\\u001b')
    }
})

test('odd failures and requests do not throw', () => {
  for (const odd of Object.values(oddities))
    for (const classify of classifiers) {
      classify.failure(odd as TransportFailure, { url: base.url, method: 'GET' })
      classify.failure({ kind: odd, error: odd, sent: odd } as TransportFailure, odd as RawResponse)
      const request = { url: odd, method: odd, requestHeaders: odd, requestBody: odd } as unknown as RawResponse
      classify.failure({ kind: 'network' }, request)
    }
})

test('what throws beside the way is told, and only that', () => {
  const classify = classifiers[0]
  classify?.(base)
  expect(defects).toEqual([])
  classify?.({
    ...base,
    get body(): never {
      throw new Error('getter')
    },
  })
  expect(defects.map(({ at }) => at)).toEqual(['classify'])
})
