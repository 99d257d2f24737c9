// A payment: the payer's card is refused, which nobody should repeat; and a server that fails, where an Idempotency-Key decides.
import { type ApiError, installApiErrors, isApiError } from '@unifault/axios'
import { stripe } from '@unifault/providers/stripe'
import axios, { AxiosError, type InternalAxiosRequestConfig } from 'axios'

const declined = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'No funds.' }
const failed = { type: 'api_error', message: 'Something went wrong.' }
const answers = [
  { status: 402, data: { error: declined } },
  { status: 500, data: { error: failed } },
]

// Stands for the network: an adapter of axios. In life: axios.create()
async function adapter(config: InternalAxiosRequestConfig): Promise<never> {
  const [answer] = answers.length > 1 ? answers.splice(0, 1) : answers
  const response = { status: 500, data: {}, ...answer, statusText: '', headers: { 'request-id': 'req_1' }, config }
  throw new AxiosError(`status ${response.status}`, AxiosError.ERR_BAD_REQUEST, config, undefined, response)
}
const api = axios.create({ adapter })
installApiErrors(api, stripe)

async function pay(headers = {}): Promise<ApiError> {
  const call = api.post('https://api.stripe.com/v1/payment_intents', 'amount=1000', { headers })
  const error: unknown = await call.catch((reason: unknown) => reason)
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
