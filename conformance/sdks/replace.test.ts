// What README warns of: a client that throws ApiErrors, inside an SDK that takes them for broken connections.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiErrorOf, wrapFetch } from '@unifault/fetch'
import { openai } from '@unifault/providers/openai'
import { stripe } from '@unifault/providers/stripe'
import OpenAI from 'openai'
import { Stripe } from 'stripe'
import { type Call, record } from './record.ts'

const ask: Call = (fetch, origin) =>
  new OpenAI({ apiKey: 'sk-example', baseURL: `${origin}/v1`, fetch, maxRetries: 1, logLevel: 'off' }).models.list()

const pay: Call = (fetch, origin) => {
  const { hostname: host, port } = new URL(origin)
  const httpClient = Stripe.createFetchHttpClient(fetch)
  const client = new Stripe('sk_test_example', { host, port, protocol: 'http', httpClient, maxNetworkRetries: 1 })
  return client.paymentIntents.create({ amount: 100, currency: 'eur', confirm: true })
}

void test('with the mode that replaces errors, openai takes a wrong key for a broken connection and asks again', async () => {
  const error = { message: 'Incorrect API key', type: 'invalid_request_error', code: 'invalid_api_key' }
  const answers = [{ status: 401, body: { error } }]
  const bare = await record(answers, ask)
  assert.ok(bare.thrown instanceof OpenAI.AuthenticationError)
  assert.equal(bare.count, 1)
  const replaced = await record(answers, ask, (fetch) => wrapFetch(fetch, openai))
  assert.ok(replaced.thrown instanceof OpenAI.APIConnectionError)
  assert.equal(replaced.count, 2)
  // The verdict at least is not lost.
  assert.equal(apiErrorOf(replaced.thrown)?.code, 'invalid_api_key')
})

void test('with the mode that replaces errors, Stripe takes a declined card for a broken connection and pays again', async () => {
  const error = { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }
  const answers = [{ status: 402, body: { error } }]
  const bare = await record(answers, pay)
  assert.ok(bare.thrown instanceof Stripe.errors.StripeCardError)
  assert.equal(bare.count, 1)
  const replaced = await record(answers, pay, (fetch) => wrapFetch(fetch, stripe))
  assert.ok(replaced.thrown instanceof Stripe.errors.StripeConnectionError)
  assert.equal(replaced.count, 2)
  assert.equal(apiErrorOf(replaced.thrown)?.code, 'card_declined')
})
