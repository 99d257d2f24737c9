import { stripe } from '@unifault/providers/stripe'
import { Stripe } from 'stripe'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'request-id': 'req_1', 'stripe-version': '2026-10-28' }

const pay: Call = (fetch, origin) => {
  const { hostname: host, port } = new URL(origin)
  const httpClient = Stripe.createFetchHttpClient(fetch)
  const client = new Stripe('sk_test_example', {
    host,
    port,
    protocol: 'http',
    httpClient,
    maxNetworkRetries: 1,
    telemetry: false,
  })
  return client.paymentIntents.create({ amount: 100, currency: 'eur', confirm: true })
}

function refused(status: number, error: object, more: Readonly<Record<string, string>> = {}): Answer[] {
  return [{ status, headers: { ...headers, ...more }, body: { error } }]
}

const paid = { id: 'pi_1', object: 'payment_intent', amount: 100, status: 'succeeded' }

harmless(
  'stripe',
  { provider: stripe, call: pay, by: 'classify.from' },
  {
    'a success': { answers: [{ headers, body: paid }] },
    'a declined card, 402, which is asked once': {
      answers: refused(402, {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: 'Your card has insufficient funds.',
        doc_url: 'https://docs.stripe.com/error-codes/card-declined',
      }),
      verdict: {
        category: 'param',
        reason: 'payment-declined',
        code: 'insufficient_funds',
        status: 402,
        requestId: 'req_1',
      },
    },
    'a wrong key, 401': {
      answers: refused(401, { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_***mple' }),
      verdict: { category: 'auth', reason: 'client-invalid', code: 'invalid_request_error', status: 401 },
    },
    'a wrong parameter, 400': {
      answers: refused(400, {
        type: 'invalid_request_error',
        code: 'parameter_invalid_integer',
        param: 'amount',
        message: 'Invalid integer: x',
      }),
      verdict: { category: 'param', reason: 'invalid-parameter', code: 'parameter_invalid_integer', param: 'amount' },
    },
    'something missing, 404': {
      answers: refused(404, {
        type: 'invalid_request_error',
        code: 'resource_missing',
        param: 'id',
        message: 'No such',
      }),
      verdict: { category: 'param', reason: 'not-found', code: 'resource_missing' },
    },
    'too many requests, with retry-after': {
      answers: refused(
        429,
        { type: 'invalid_request_error', code: 'rate_limit', message: 'Slow down' },
        { 'retry-after': '1' },
      ),
      verdict: { category: 'rate-limit', reason: 'throttled', code: 'rate_limit', retryAfterMs: 1000 },
    },
    'a lock, which the server lets ask again': {
      answers: [
        ...refused(
          429,
          { type: 'invalid_request_error', code: 'lock_timeout', message: 'Locked' },
          { 'stripe-should-retry': 'true' },
        ),
        { headers, body: paid },
      ],
      told: ['in-progress'],
    },
    'a failure, 500, which the server lets nobody repeat': {
      answers: refused(
        500,
        { type: 'api_error', message: 'An unknown error occurred' },
        { 'stripe-should-retry': 'false' },
      ),
      verdict: { category: 'server', reason: 'internal', code: 'api_error', status: 500 },
    },
    'an unavailable server, 503, once': {
      answers: [...refused(503, { type: 'api_error', message: 'Unavailable' }), { headers, body: paid }],
      told: ['internal'],
    },
    'an error in a body of HTTP 200': {
      answers: refused(200, { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }),
      verdict: { category: 'param', reason: 'payment-declined', code: 'card_declined', status: 200 },
    },
    'a page of a gateway, 502': {
      answers: [{ status: 502, headers: { 'content-type': 'text/html' }, body: '<html><title>502</title></html>' }],
      verdict: { category: 'server', reason: 'unavailable', code: undefined },
      by: 'onError',
    },
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED' },
      by: 'apiErrorOf',
    },
  },
)
