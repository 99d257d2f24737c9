import { describe, expect, test } from 'vitest'
import { admits, categoryOf, type Reason, reasonOfStatus, reasons, traits } from './reasons.ts'

/** The taxonomy as it is promised, word for word: `reason category status retry recovery`. */
const promised = `
unauthenticated auth 401 never sign-in
token-expired auth 401 after-recovery refresh-token
token-invalid auth 401 after-recovery refresh-token
token-revoked auth 401 never sign-in
grant-invalid auth 400 never start-over
client-invalid auth 401 never fix-config
credentials-invalid auth 401 never ask-user
signature-invalid auth 401 never fix-config
clock-skew auth 401 after-recovery sign-again
permission-denied auth 403 never request-access
scope-insufficient auth 403 never request-access
client-restricted auth 403 never fix-config
account-disabled auth 403 never ask-user
action-required auth 403 never ask-user
authorization-pending auth 400 poll wait
throttled rate-limit 429 after-wait wait
quota-exhausted rate-limit 429 never wait
payment-required rate-limit 402 never pay
abuse-blocked rate-limit 429 never ask-user
missing-parameter param 400 never fix-request
invalid-parameter param 400 never fix-request
out-of-range param 400 never fix-request
content-rejected param 400 never fix-request
unsupported param 400 never fix-request
not-found param 404 never fix-request
already-exists param 409 never fix-request
in-progress param 409 after-wait wait
payment-declined param 402 never ask-user
precondition-failed param 409 never fix-request
internal server 500 if-idempotent retry
unavailable server 503 if-idempotent retry
timeout server 504 if-idempotent retry
network server 502 if-idempotent retry
malformed-response server 502 if-idempotent retry
unknown server 502 never report`

test('every reason has the category, status, retry and recovery that are promised, in the order of the compact form', () => {
  const table = reasons.map((reason) => {
    const [category, status, recovery, retry = 'never'] = traits[reason]
    return [reason, category, status, retry, recovery].join(' ')
  })
  expect(table).toEqual(promised.trim().split('\n'))
})

test('there are 35 reasons in 4 categories', () => {
  expect(reasons).toHaveLength(35)
  expect(new Set(reasons.map((reason) => categoryOf(reason)))).toEqual(
    new Set(['auth', 'rate-limit', 'param', 'server']),
  )
})

test('names that every object inherits, and ok, are no reasons', () => {
  for (const name of [...Object.getOwnPropertyNames(Object.prototype), 'ok', '', 'auth', 'Throttled'])
    expect(categoryOf(name), name).toBeUndefined()
})

describe('the reason of a status', () => {
  const ofStatus = (status: number, headers: Record<string, string> = {}): Reason =>
    reasonOfStatus({ status, header: (name) => headers[name] })

  const byReason: Record<string, number[]> = {
    unauthenticated: [401, 407],
    'payment-required': [402],
    'permission-denied': [403],
    'not-found': [404, 410],
    unsupported: [405, 406, 415, 426, 501, 505],
    timeout: [408, 499, 504, 524],
    'precondition-failed': [409, 412, 428],
    'missing-parameter': [411],
    'out-of-range': [413, 414, 416, 431],
    'in-progress': [423, 425],
    throttled: [420, 429],
    'client-restricted': [451],
    unavailable: [421, 502, 503, 520, 521, 522, 523, 525, 526, 527, 529],
    'quota-exhausted': [507],
    'action-required': [461, 511],
  }
  const listed = new Map(Object.entries(byReason).flatMap(([reason, statuses]) => statuses.map((one) => [one, reason])))

  test('from 400 to 999 is the promised one, and of an unlisted one that of its class', () => {
    for (let status = 400; status <= 999; status++)
      expect(ofStatus(status), String(status)).toBe(
        listed.get(status) ?? (status < 500 ? 'invalid-parameter' : 'internal'),
      )
  })

  test.each([400.5, 1000, 1e9, Infinity, NaN])('that is impossible, such as %s, is one all the same', (status) => {
    expect(['invalid-parameter', 'internal']).toContain(ofStatus(status))
  })

  test('is never `network`: an answer came', () => {
    for (let status = 100; status <= 999; status++) expect(ofStatus(status)).not.toBe('network')
  })

  test.each<[number, Record<string, string>, Reason]>([
    [401, { 'www-authenticate': 'Bearer error="invalid_token"' }, 'token-invalid'],
    [401, { 'www-authenticate': 'Bearer realm="x", error=invalid_token, error_description="y"' }, 'token-invalid'],
    [401, { 'www-authenticate': 'Bearer error="invalid_request"' }, 'unauthenticated'],
    [401, { 'www-authenticate': 'Basic realm="invalid_token"' }, 'unauthenticated'],
    [401, { 'www-authenticate': `${' '.repeat(5000)}error="invalid_token"` }, 'unauthenticated'],
    [403, { 'www-authenticate': 'Bearer error="invalid_token"' }, 'permission-denied'],
    [403, { 'retry-after': '5' }, 'throttled'],
    [503, { 'retry-after': '5' }, 'throttled'],
    [413, { 'retry-after': '5' }, 'throttled'],
    [403, { 'x-ratelimit-remaining': '0' }, 'throttled'],
    [403, { 'ratelimit-remaining': ' 0 ' }, 'throttled'],
    [503, { 'x-rate-limit-remaining': '0' }, 'throttled'],
    [403, { ratelimit: '"default";r=0;t=12' }, 'throttled'],
    [503, { ratelimit: 'limit=10, remaining=0, reset=12' }, 'throttled'],
    [403, { 'x-ratelimit-remaining': '5' }, 'permission-denied'],
    [403, { 'x-ratelimit-remaining': '-1' }, 'permission-denied'],
    [403, { 'x-ratelimit-remaining': '' }, 'permission-denied'],
    [403, { ratelimit: '"default";r=5;t=12' }, 'permission-denied'],
    [403, { ratelimit: '"default";r=05;t=12' }, 'permission-denied'],
    [413, { 'x-ratelimit-remaining': '0' }, 'out-of-range'],
    [404, { 'retry-after': '5' }, 'not-found'],
    [502, { 'retry-after': '5' }, 'unavailable'],
  ])('%d with %j is %s', (status, headers, reason) => {
    expect(ofStatus(status, headers)).toBe(reason)
  })
})

describe('what a status leaves room for', () => {
  const room = (status: number): string[] => {
    const categories = new Set(reasons.filter((reason) => admits(status, reason)).map((reason) => categoryOf(reason)))
    return [...categories].toSorted()
  }

  test.each([200, 302, 400, 409, 422])('%d leaves room for every reason', (status) => {
    expect(reasons.every((reason) => admits(status, reason))).toBe(true)
  })

  test.each([
    [401, ['auth', 'rate-limit']],
    [403, ['auth', 'param', 'rate-limit']],
    [404, ['param']],
    [410, ['param']],
    [415, ['auth', 'param', 'rate-limit']],
    [500, ['auth', 'rate-limit', 'server']],
    [503, ['auth', 'rate-limit', 'server']],
  ])('%d leaves room for %j', (status, categories) => {
    expect(room(status)).toEqual(categories)
  })

  test('402 and 429 leave room for money and limits, and hardly more', () => {
    const left = (status: number): string[] => reasons.filter((reason) => admits(status, reason))
    const limits = ['throttled', 'quota-exhausted', 'payment-required', 'abuse-blocked']
    expect(left(402)).toEqual([...limits, 'payment-declined'])
    expect(left(429)).toEqual([...limits, 'unavailable'])
  })
})
