import { categoryOf, type Reason } from '@unifault/core'

/** Whether an HTTP status leaves room for a reason: what the status says clearly, no word of the body changes. */
export function admits(status: number, reason: Reason): boolean {
  if (status <= 400 || status === 409 || status === 422) return true
  const category = categoryOf(reason)
  // Limits and empty purses are told under these too.
  if (status === 401) return category === 'auth' || category === 'rate-limit'
  if (status === 403) return category !== 'server'
  if (status === 402) return category === 'rate-limit' || reason === 'payment-declined'
  if (status === 404 || status === 410) return category === 'param'
  if (status === 429) return category === 'rate-limit' || reason === 'unavailable'
  // Frameworks answer 500 for a token that has expired.
  return status < 500 ? category !== 'server' : category !== 'param'
}
