// Stripe's SDK copies what it was answered, so there is no Response to look behind: `classify.from` judges the copy anew.
// The function has the shape of the package stripe: in life, `new Stripe(key, { httpClient: Stripe.createFetchHttpClient(observing) })`.
import { createClassifier } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { stripe } from '@unifault/providers/stripe'

const declined = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'No funds.' }
const network: typeof fetch = async () => Response.json({ error: declined }, { status: 402 }) // in life: fetch

let asked = 0
const observing = wrapFetch(network, stripe, { mode: 'observe', onError: () => asked++ })

async function charge(): Promise<unknown> {
  const response = await observing('https://api.stripe.com/v1/payment_intents', { method: 'POST' })
  const body = (await response.json()) as { error?: object }
  if (response.ok) return body
  const headers = Object.fromEntries(response.headers)
  throw Object.assign(new Error('StripeCardError'), { statusCode: response.status, headers, raw: body.error })
}

const classify = createClassifier(stripe)
await charge().catch((error: unknown) => {
  const apiError = classify.from(error)
  console.log(apiError?.reason, apiError?.code, apiError?.recovery, `asked ${asked} time`)
})
// prints: payment-declined insufficient_funds ask-user asked 1 time
