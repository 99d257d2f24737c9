// A payment: the payer's card is refused, which nobody should repeat; and a network that fails, where an Idempotency-Key decides.
import { type ApiError, installApiErrors, isApiError } from '@unifault/axios'
import { stripe } from '@unifault/providers/stripe'
import axios from 'axios'
import { replay } from './mock/replay.ts'

const url = 'https://api.stripe.com/v1/payment_intents'
const declined = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'No funds.' }
const failed = { type: 'api_error', message: 'Something went wrong.' }
replay(
  url,
  { status: 402, headers: { 'request-id': 'req_1' }, body: { error: declined } },
  { status: 500, headers: { 'request-id': 'req_2' }, body: { error: failed } },
)

const api = axios.create()
installApiErrors(api, stripe)

async function pay(headers = {}): Promise<ApiError> {
  const error: unknown = await api.post(url, 'amount=1000', { headers }).catch((reason: unknown) => reason)
  if (!isApiError(error)) throw error
  return error
}

const card = await pay()
console.log(card.reason, card.code, card.recovery, card.requestId)
console.log('repeat without a key:', (await pay()).isRetryable)
console.log('repeat with a key:', (await pay({ 'Idempotency-Key': 'order-1' })).isRetryable)
// prints: payment-declined insufficient_funds ask-user req_1
// prints: repeat without a key: false
// prints: repeat with a key: true
