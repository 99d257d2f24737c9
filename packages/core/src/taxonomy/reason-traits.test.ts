import { expect, test } from 'vitest'
import { reasonTraits } from './reason-traits.ts'

/** The taxonomy as it is promised, word for word: `reason category status rpc-code retry recovery`. */
const promised = `
unauthenticated auth 401 UNAUTHENTICATED never sign-in
token-expired auth 401 UNAUTHENTICATED after-recovery refresh-token
token-invalid auth 401 UNAUTHENTICATED after-recovery refresh-token
token-revoked auth 401 UNAUTHENTICATED never sign-in
grant-invalid auth 400 UNAUTHENTICATED never start-over
client-invalid auth 401 UNAUTHENTICATED never fix-config
credentials-invalid auth 401 UNAUTHENTICATED never ask-user
signature-invalid auth 401 UNAUTHENTICATED never fix-config
clock-skew auth 401 UNAUTHENTICATED after-recovery sign-again
permission-denied auth 403 PERMISSION_DENIED never request-access
scope-insufficient auth 403 PERMISSION_DENIED never request-access
client-restricted auth 403 PERMISSION_DENIED never fix-config
account-disabled auth 403 PERMISSION_DENIED never ask-user
action-required auth 403 FAILED_PRECONDITION never ask-user
authorization-pending auth 400 FAILED_PRECONDITION poll wait
throttled rate-limit 429 RESOURCE_EXHAUSTED after-wait wait
quota-exhausted rate-limit 429 RESOURCE_EXHAUSTED never wait
payment-required rate-limit 402 RESOURCE_EXHAUSTED never pay
abuse-blocked rate-limit 429 RESOURCE_EXHAUSTED never ask-user
missing-parameter param 400 INVALID_ARGUMENT never fix-request
invalid-parameter param 400 INVALID_ARGUMENT never fix-request
out-of-range param 400 OUT_OF_RANGE never fix-request
content-rejected param 400 INVALID_ARGUMENT never fix-request
unsupported param 400 UNIMPLEMENTED never fix-request
not-found param 404 NOT_FOUND never fix-request
already-exists param 409 ALREADY_EXISTS never fix-request
in-progress param 409 ABORTED after-wait wait
payment-declined param 402 FAILED_PRECONDITION never ask-user
precondition-failed param 409 FAILED_PRECONDITION never fix-request
internal server 500 INTERNAL if-idempotent retry
unavailable server 503 UNAVAILABLE if-idempotent retry
timeout server 504 DEADLINE_EXCEEDED if-idempotent retry
network server 502 UNAVAILABLE if-idempotent retry
malformed-response server 502 DATA_LOSS if-idempotent retry
unknown server 502 UNKNOWN never report`

test('every reason has the category, status, rpc code, retry and recovery that are promised, in the order of the compact form', () => {
  const table = [...reasonTraits].map(([reason, traits]) => [reason, ...traits].join(' '))
  expect(table).toEqual(promised.trim().split('\n'))
})

test('there are 35 reasons in 4 categories', () => {
  expect(reasonTraits.size).toBe(35)
  expect(new Set([...reasonTraits.values()].map(([category]) => category))).toEqual(
    new Set(['auth', 'rate-limit', 'param', 'server']),
  )
})

test('names that every object inherits are no reasons', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) expect(reasonTraits.has(name as never)).toBe(false)
})
