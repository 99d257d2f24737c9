import { createClassifier, defineProvider, html, type RawResponse } from '@unifault/core'
import { generic } from '@unifault/providers'
import { expect, test } from 'vitest'
import { revealed, revealedIn, textsOf } from './revealed.ts'
import { carriers, encodings, kinds, opaqueKinds, weakCarriers } from './secrets.ts'
import { loggedViews, plainViews } from './views.ts'

const gate = defineProvider({
  id: 'gate',
  dialects: [
    {
      code: 'code',
      message: 'message',
      requestId: 'id',
      param: 'param',
      success: [0],
      codes: { 7: 'throttled' },
    },
    { name: 'page', readers: [html], requires: 'text', code: 'title', message: 'text' },
  ],
})
const classify = createClassifier(gate)
const classifyUnknown = createClassifier([gate], { fallback: generic })
const base = { url: 'https://a.test/x', method: 'POST', headers: {}, status: 400, body: undefined }

/** Answers that echo a text in every place which an error shows, but for the request id: that is never redacted. */
function answersWith(echo: string): Partial<RawResponse>[] {
  const said = `the value ${echo} is wrong`
  return [
    { status: 200, body: { code: 7, message: said, id: 'req-1', param: echo } },
    { body: JSON.stringify({ code: echo, message: echo }), headers: { 'x-request-id': 'req-2' } },
    { body: { type: 'about:blank', title: echo, detail: said, errors: [{ pointer: echo, detail: said }] } },
    {
      body: { error: { status: 'INVALID_ARGUMENT', message: said, details: [{ fieldViolations: [{ field: echo }] }] } },
    },
    { body: { error: 'invalid_grant', error_description: said } },
  ]
}

const pages = (echo: string): Partial<RawResponse>[] => [
  { body: `<html><title>${echo}</title><body>no ${echo}</body></html>` },
  { body: `no ${echo}`, headers: { 'content-type': 'text/plain' } },
]

/** A carrier's request and an encoder's echo; undefined where a lone surrogate cannot stand in a URL. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** What is shown of a secret that a request carried so, in any encoding of the answer's. */
function leaksOf(carrier: string, carry: (secret: string) => Partial<RawResponse>, some: readonly string[]): string[] {
  const leaks: string[] = []
  let turn = carrier.length
  for (const kind of some)
    for (const [encoding, encode] of Object.entries(encodings)) {
      const secret = kinds[kind] as string
      const request = attempt(() => carry(secret))
      const echo = attempt(() => encode(secret))
      if (request === undefined || echo === undefined) continue
      const answers = answersWith(echo)
      const answer = answers[turn++ % answers.length]
      const error = classify({ ...base, ...request, ...answer })
      const shown = error === undefined ? 'no error' : revealed(textsOf(error), echo, secret)
      if (shown !== undefined) leaks.push(`${kind}, ${encoding}: ${shown} in ${String(error)}`)
    }
  return leaks
}

test.each(Object.entries(carriers))(
  'no secret in %s is shown, however the answer echoes it',
  { timeout: 60_000 },
  (carrier, carry) => {
    expect(leaksOf(carrier, carry, Object.keys(kinds))).toEqual([])
  },
)

test.each(Object.entries(weakCarriers))(
  'what looks like a credential in %s is shown in no echo',
  { timeout: 60_000 },
  (carrier, carry) => {
    expect(leaksOf(carrier, carry, opaqueKinds)).toEqual([])
  },
)

test('no secret is shown when a page or plain text echoes it', { timeout: 60_000 }, () => {
  for (const [kind, secret] of Object.entries(kinds))
    for (const [encoding, encode] of Object.entries(encodings)) {
      const echo = attempt(() => encode(secret))
      if (echo === undefined || /[<>]/.test(echo)) continue
      for (const answer of pages(echo))
        for (const judge of [classify, classifyUnknown]) {
          const error = judge({ ...base, requestBody: { secret }, ...answer })
          expect(revealed(textsOf(error), echo, secret), `${kind}, ${encoding}: ${String(error)}`).toBeUndefined()
        }
    }
})

test('secrets before and after a large upload are known', () => {
  const secret = kinds['a base64 key'] as string
  const requestBody = JSON.stringify({ token: `${secret}1`, image: 'x'.repeat(3e6), password: secret })
  const error = classify({ ...base, requestBody, body: { code: 7, message: `not ${secret}, not ${secret}1` } })
  expect(error?.providerMessage).toMatch(/^not \*=*, not \*$/)
})

test('of a request with hundreds of secrets each is known', () => {
  const requestBody = { tokens: Array.from({ length: 600 }, (_, index) => ({ token: `token-${index}` })) }
  const error = classify({ ...base, requestBody, body: { code: 7, message: 'not token-599 but token-0', id: 'req-1' } })
  expect(error).toMatchObject({ code: '7', providerMessage: 'not * but *', requestId: 'req-1', reason: 'throttled' })
})

test('a text that cannot be compared with all secrets is not shown, and the request id is', () => {
  const requestBody = { users: Array.from({ length: 2000 }, (_, index) => ({ token: `${'a'.repeat(10)}${index}` })) }
  const error = classify({ ...base, requestBody, body: { code: 7, message: `no ${'a'.repeat(2000)}`, id: 'req-1' } })
  expect(error).toMatchObject({ code: '7', providerMessage: '*', requestId: 'req-1', reason: 'throttled' })
})

test.each(Object.entries(kinds))('no view and no logger shows %s', { timeout: 60_000 }, async (_kind, secret) => {
  const echo = `${secret} ${encodeURIComponent(secret.toWellFormed())} ${JSON.stringify(secret)}`
  const request = { requestBody: { password: secret }, requestHeaders: { cookie: `sid=${secret.toWellFormed()}` } }
  const origin = { error: new Error(secret), response: { secret }, headers: { secret }, body: secret }
  for (const answer of answersWith(echo)) {
    const error = classify({ ...base, ...request, ...answer }, { origin })
    if (error === undefined) throw new Error('no error')
    const views = [...plainViews(error), ...(await loggedViews(error))]
    expect(views.length).toBeGreaterThan(50)
    expect(revealedIn(views, secret)).toBeUndefined()
  }
})

test('what no answer came for shows no secret of the request or of the client error', { timeout: 60_000 }, () => {
  for (const [kind, secret] of Object.entries(kinds))
    for (const carry of Object.values(carriers)) {
      const request = attempt(() => carry(secret))
      if (request === undefined) continue
      const cause = Object.assign(new Error(`connect to ${secret}`), { code: secret.slice(0, 60), config: { secret } })
      const failure = {
        kind: 'network',
        error: Object.assign(new Error(secret, { cause }), { request: secret }),
      } as const
      const error = classify.failure(
        failure,
        { url: base.url, method: secret, ...request },
        { origin: { ...failure, response: secret, headers: secret, body: secret } },
      )
      if (error === undefined) throw new Error('no error')
      expect(revealedIn(plainViews(error), secret), kind).toBeUndefined()
    }
})

test('tokens are known by their shape, though the request did not carry them', () => {
  const shapes = [
    'Bearer abcdef.123-456_~+/==',
    'Basic dXNlcjpwYXNzd29yZA==',
    kinds['a JSON Web Token'] as string,
    kinds['a PEM key'] as string,
    'sk-proj-abcdefghijklmnop',
    'AKIAIOSFODNN7EXAMPLE',
    'access_token=0123456789abcdef',
    '"session_key":"tiihtNczf5v6AKRyjwEUhQ=="',
  ]
  for (const shape of shapes)
    for (const answer of answersWith(shape)) {
      const error = classify({ ...base, ...answer })
      for (const part of shape.split(/[ =:\n]+/).filter((one) => one.length > 14))
        expect(textsOf(error)).not.toContain(part.replaceAll('"', ''))
    }
})
