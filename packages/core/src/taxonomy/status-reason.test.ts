import { expect, test } from 'vitest'
import { statusReason } from './status-reason.ts'

const promised: Record<string, number[]> = {
  unauthenticated: [401, 407],
  'payment-required': [402],
  'permission-denied': [403],
  'not-found': [404, 410],
  unsupported: [405, 406, 415, 426, 501, 505],
  timeout: [408, 499, 504, 524],
  'precondition-failed': [409, 412, 428],
  'missing-parameter': [411],
  'out-of-range': [413, 414, 416, 431],
  network: [421],
  'in-progress': [423, 425],
  throttled: [429],
  'client-restricted': [451],
  unavailable: [502, 503, 520, 521, 522, 523, 525, 526, 527, 529],
  'quota-exhausted': [507],
  'action-required': [511],
}

const listed = new Map(Object.entries(promised).flatMap(([reason, statuses]) => statuses.map((one) => [one, reason])))

test('every status from 400 to 999 has the promised reason, and an unlisted one that of its class', () => {
  for (let status = 400; status <= 999; status++)
    expect(statusReason(status), String(status)).toBe(
      listed.get(status) ?? (status < 500 ? 'invalid-parameter' : 'internal'),
    )
})

test.each([400.5, 1000, 1e9, Infinity, NaN])('the impossible status %s has a reason all the same', (status) => {
  expect(['invalid-parameter', 'internal']).toContain(statusReason(status))
})
