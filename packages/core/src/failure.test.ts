import { describe, expect, test } from 'vitest'
import { createClassifier } from './classify.ts'
import { readFailure, type TransportFailure } from './failure.ts'

function coded(code: unknown, cause?: unknown): Error {
  return Object.assign(new Error('SECRET https://a.example/?token=SECRET', { cause }), { code })
}

const unsent =
  `ECONNREFUSED ENOTFOUND EAI_AGAIN EAI_NODATA EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN UND_ERR_CONNECT_TIMEOUT
ConnectionRefused FailedToOpenSocket ERR_SOCKET_CONNECTION_TIMEOUT`.split(/\s+/)

test.each(unsent)('%s never left, so it may be sent again', (code) => {
  expect(readFailure({ kind: 'network', error: coded(code) })).toEqual({ reason: 'network', retry: 'after-wait', code })
  expect(readFailure({ kind: 'network', sent: true, error: coded(code) }).retry).toBe('if-idempotent')
})

test.each([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'ERR_NETWORK',
  'ConnectionClosed',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
])('%s may have arrived', (code) => {
  expect(readFailure({ kind: 'network', error: coded(code) })).toEqual({
    reason: 'network',
    retry: 'if-idempotent',
    code,
  })
  expect(readFailure({ kind: 'network', sent: false, error: coded(code) }).retry).toBe('after-wait')
})

test('what failed at the call to connect never left, whatever its code', () => {
  const refused = Object.assign(coded('ETIMEDOUT'), { syscall: 'connect' })
  const cause = Object.assign(new AggregateError([refused]), { code: 'ETIMEDOUT' })
  const read = Object.assign(coded('ETIMEDOUT'), { syscall: 'read' })
  expect(readFailure({ kind: 'network', error: refused }).retry).toBe('after-wait')
  expect(readFailure({ kind: 'network', error: new TypeError('fetch failed', { cause }) }).retry).toBe('after-wait')
  expect(readFailure({ kind: 'network', sent: true, error: refused }).retry).toBe('if-idempotent')
  expect(readFailure({ kind: 'network', error: read }).retry).toBe('if-idempotent')
})

test('a refused connection that Deno tells in words alone never left', () => {
  const cause = new Error('client error (Connect): tcp connect error: Connection refused (os error 111)')
  const error = new TypeError('error sending request for url (http://localhost:1/)', { cause })
  expect(readFailure({ kind: 'network', error })).toEqual({ reason: 'network', retry: 'after-wait', code: undefined })
  const late = new Error(`${'x'.repeat(600)} Connection refused`)
  expect(readFailure({ kind: 'network', error: late }).retry).toBe('if-idempotent')
})

test.each([
  ['Node', 'ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'],
  [
    'Node, asked for TLS where none is',
    'EPROTO',
    'write EPROTO 00:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:',
  ],
  [
    'undici, likewise',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    '00:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:',
  ],
  [
    'OpenSSL',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    '00:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:',
  ],
  ['Deno', undefined, 'client error (Connect): dns error: failed to lookup address information'],
])('a connection that %s never had carried nothing', (_runtime, code, message) => {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code })
  for (const one of [error, new TypeError('fetch failed', { cause: error })])
    expect(readFailure({ kind: 'network', error: one })).toEqual({ reason: 'network', retry: 'after-wait', code })
})

test('a certificate that Deno tells of in words is never asked for again', () => {
  const cause = new Error('client error (Connect): invalid peer certificate: UnknownIssuer')
  const error = new TypeError('error sending request for url (https://a.example/)', { cause })
  expect(readFailure({ kind: 'network', error })).toMatchObject({ reason: 'network', retry: 'never' })
})

const certificates =
  `CERT_HAS_EXPIRED CERT_NOT_YET_VALID DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN CERT_REVOKED
UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE
UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY ERR_TLS_CERT_ALTNAME_INVALID HOSTNAME_MISMATCH INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED
CERT_UNTRUSTED CERT_REJECTED`.split(/\s+/)

test.each(certificates)('%s is never sent again, whatever the adapter thinks', (code) => {
  for (const sent of [true, false, undefined])
    for (const kind of ['network', 'timeout'] as const)
      expect(readFailure({ kind, error: coded(code), sent })).toEqual({ reason: 'network', retry: 'never', code })
})

describe('a time-out', () => {
  test('is one, unless it was for the connection', () => {
    expect(readFailure({ kind: 'timeout' })).toEqual({ reason: 'timeout', retry: 'if-idempotent', code: undefined })
    expect(readFailure({ kind: 'timeout', sent: false })).toMatchObject({ reason: 'timeout', retry: 'if-idempotent' })
    expect(readFailure({ kind: 'timeout', error: coded('ETIMEDOUT') }).reason).toBe('timeout')
    for (const code of ['UND_ERR_CONNECT_TIMEOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT'])
      expect(readFailure({ kind: 'timeout', error: coded(code) })).toMatchObject({
        reason: 'network',
        retry: 'after-wait',
      })
  })

  test.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'TimeoutError'])(
    'of the runtime is one though the client calls it a network error: %s',
    (code) => {
      for (const kind of ['network', 'timeout'] as const)
        expect(readFailure({ kind, error: coded(code) })).toEqual({ reason: 'timeout', retry: 'if-idempotent', code })
      const wrapped = new TypeError('fetch failed', { cause: coded(code) })
      expect(readFailure({ kind: 'network', error: wrapped })).toMatchObject({ reason: 'timeout', code })
    },
  )

  test.each([
    ['axios', 'ECONNABORTED', 'timeout of 1000ms exceeded'],
    ['axios, clarified', 'ETIMEDOUT', 'timeout of 1000ms exceeded'],
    ['React Native', undefined, 'Network request timed out'],
    ['node-fetch', undefined, 'network timeout at: https://a.example/'],
  ])('is told in words by %s', (_client, code, message) => {
    const error = Object.assign(new Error(message), { code })
    expect(readFailure({ kind: 'network', error })).toEqual({ reason: 'timeout', retry: 'if-idempotent', code })
  })

  test.each(['request:fail timeout', 'request:fail timeout: 60000ms'])(
    'is told by mini programs in errMsg: %s',
    (errMsg) => {
      expect(readFailure({ kind: 'network', error: { errMsg } })).toEqual({
        reason: 'timeout',
        retry: 'if-idempotent',
        code: undefined,
      })
      expect(readFailure({ kind: 'network', error: { errMsg: 'request:fail' } }).reason).toBe('network')
    },
  )

  test('is told by its name where it has no code, as in Bun', () => {
    const error = Object.assign(new Error('The operation timed out.'), { name: 'TimeoutError' })
    expect(readFailure({ kind: 'network', error })).toMatchObject({ reason: 'timeout', retry: 'if-idempotent' })
    const dom = new DOMException('x', 'TimeoutError')
    expect(readFailure({ kind: 'network', error: dom }).reason).toBe('timeout')
    expect(readFailure({ kind: 'network', error: new TypeError('x', { cause: dom }) }).reason).toBe('timeout')
  })
})

const cyclic = coded('ERR_OUTER')
cyclic.cause = cyclic
let endless: Error = coded('ETOODEEP')
for (let depth = 0; depth < 50; depth++) endless = coded('ERR_WRAPPED', endless)
const thrower = {
  get code(): string {
    throw new Error('getter')
  },
}

test.each<[string, unknown, string | undefined]>([
  ['the innermost of the causes', coded('ERR_NETWORK', coded('UND_ERR_SOCKET', coded('ECONNRESET'))), 'ECONNRESET'],
  ['a cause without an own code', coded('ERR_NETWORK', new Error('x')), 'ERR_NETWORK'],
  ['a cause of a plain error', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), 'ECONNREFUSED'],
  ['the first of several', new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), 'ECONNREFUSED'],
  [
    'the first of several as a cause',
    new TypeError('x', { cause: new AggregateError([coded('ENOTFOUND')]) }),
    'ENOTFOUND',
  ],
  ['a cycle', cyclic, 'ERR_OUTER'],
  ['too many causes', endless, 'ERR_WRAPPED'],
  ['a getter that throws', thrower, undefined],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap')
        },
      },
    ),
    undefined,
  ],
  ['a number', coded(20), undefined],
  ['a sentence', coded('connection refused to https://a.example/?token=1'), undefined],
  ['a short word', coded('E'), undefined],
  ['a long word', coded('E'.repeat(65)), undefined],
  ['a line', coded('EX\nEY'), undefined],
  ['no code', new Error('x'), undefined],
  ['a text', 'ECONNREFUSED', undefined],
  ['nothing', undefined, undefined],
  ['null', null, undefined],
])('the code of %s is read', (_name, error, code) => {
  expect(readFailure({ kind: 'network', error }).code).toBe(code)
})

describe('a failure as an error', () => {
  const request = {
    url: 'https://u:SECRET@a.example/x?token=SECRET',
    method: 'POST',
    requestHeaders: { authorization: 'SECRET' },
  }
  const classify = createClassifier([])

  test('has no status, and shows nothing of the client’s error or the URL', () => {
    const error = classify.failure({ kind: 'network', error: coded('ECONNRESET') }, request)
    expect(error).toMatchObject({
      category: 'server',
      reason: 'network',
      code: 'ECONNRESET',
      status: undefined,
      provider: undefined,
      isRetryable: false,
      matchedBy: { by: 'transport' },
      message: 'ECONNRESET: network',
      request: { method: 'POST', url: 'https://a.example/x', idempotent: false },
    })
    expect(JSON.stringify(error)).not.toContain('SECRET')
  })

  test.each([
    ['GET', {}, true],
    ['put', {}, true],
    ['POST', {}, false],
    ['PATCH', {}, false],
    ['POST', { 'Idempotency-Key': 'k' }, true],
    ['POST', new Headers({ 'idempotency-key': 'k' }), true],
    ['QUERY', {}, true],
    ['', {}, false],
  ])('of %s with %o is retryable after a reset: %s', (method, requestHeaders, isRetryable) => {
    const error = classify.failure(
      { kind: 'network', error: coded('ECONNRESET') },
      { ...request, method, requestHeaders },
    )
    expect([error?.isRetryable, error?.request.idempotent]).toEqual([isRetryable, isRetryable])
  })

  test('is none where the user cancelled', () => {
    expect(classify.failure({ kind: 'cancelled', error: new DOMException('x', 'AbortError') }, request)).toBeUndefined()
  })

  test.each([undefined, null, {}, { kind: 'strange' }])('of %o does not throw', (failure) => {
    const quiet = createClassifier([], { onDefect: () => undefined })
    expect(() => quiet.failure(failure as TransportFailure, request)).not.toThrow()
    expect(() => quiet.failure({ kind: 'network' }, failure as never)).not.toThrow()
  })
})
