// One answer, and the error that each library makes of it: classification, the object and its stack.
import { RequestError } from '@octokit/request-error'
import {
  isClockSkewError,
  isRetryableByTrait,
  isThrottlingError,
  isTransientError,
} from '@smithy/service-error-classification'
import { createClassifier, type Provider, type RawResponse } from '@unifault/core'
import { allProviders } from '@unifault/providers/all-providers'
import { aws } from '@unifault/providers/aws'
import { binance } from '@unifault/providers/binance'
import { github } from '@unifault/providers/github'
import { openai } from '@unifault/providers/openai'
import { stripe } from '@unifault/providers/stripe'
import ccxt from 'ccxt'
import createHttpError from 'http-errors'
import { APIError } from 'openai'
import { Stripe } from 'stripe'
import { type Case, measure, type Table, thrownBy } from './measure.ts'

/** The stack of a client is some calls deep. */
function at<T>(depth: number, run: () => T): T {
  return depth === 0 ? run() : at(depth - 1, run)
}

function answer(url: string, status: number, body: unknown, headers: Record<string, string> = {}): RawResponse {
  return {
    url,
    method: 'GET',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body,
    requestHeaders: { accept: 'application/json', authorization: 'Bearer 3f8Qm1Xc9Vb3Na8Zk' },
  }
}

/** Ours, bound to the provider, asked by host among all, and the classification without an error. */
function ours(provider: Provider, raw: RawResponse): Case[] {
  const bound = createClassifier(provider)
  const byHost = createClassifier(allProviders)
  const { reason } = bound(raw) ?? {}
  if (reason === undefined) throw new Error(`${provider.id} must tell an error of ${String(raw.url)}`)
  const passing = createClassifier(provider, { pass: [reason] })
  const gives = `category, reason (${reason}), retry, recovery, wait, cleaned message`
  return [
    ['unifault, bound', () => at(10, () => bound(raw)), gives],
    ['unifault, by host of all providers', () => at(10, () => byHost(raw)), gives],
    ['unifault, classification alone', () => passing(raw), 'the reason; no error is made'],
  ]
}

const newError = (message: string): Case[] => [
  ['new Error', () => at(10, () => new Error(message)), 'a message and a stack'],
  ['A/A', () => at(10, () => new Error(message)), 'the same again: the noise'],
]

function ofCcxt(): Promise<Table> {
  const exchange = new ccxt.binance()
  const text = '{"code":-1121,"msg":"Invalid symbol."}'
  const body: unknown = JSON.parse(text)
  const url = 'https://api.binance.com/api/v3/ticker?symbol=X'
  return measure('ccxt', "Binance's HTTP 400 with code -1121", [
    ...newError('binance {"code":-1121,"msg":"Invalid symbol."}'),
    [
      'ccxt, handleErrors',
      () =>
        thrownBy(() =>
          at(10, () => exchange.handleErrors(400, 'Bad Request', url, 'GET', {}, text, body, {}, undefined)),
        ),
      'a class; the message is the whole body',
    ],
    ...ours(binance, answer(url, 400, body)),
  ])
}

function ofOpenai(): Promise<Table> {
  const error = {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    param: null,
    code: 'insufficient_quota',
  }
  const headers = new Headers({ 'x-request-id': 'req_1' })
  return measure('openai', "OpenAI's HTTP 429 whose code is insufficient_quota", [
    ...newError(error.message),
    [
      'openai, APIError.generate',
      () => at(10, () => APIError.generate(429, { error }, undefined, headers)),
      'RateLimitError, code and type as they came',
    ],
    ...ours(openai, answer('https://api.openai.com/v1/responses', 429, { error }, { 'x-request-id': 'req_1' })),
  ])
}

function ofStripe(): Promise<Table> {
  const error = {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  } as const
  return measure('stripe', "Stripe's HTTP 402 of a declined card", [
    ...newError(error.message),
    [
      'stripe, StripeError.generate',
      () =>
        at(10, () =>
          Stripe.errors.StripeError.generate({ ...error, headers: {}, statusCode: 402, requestId: 'req_1' }),
        ),
      'StripeCardError, codes as they came',
    ],
    ...ours(stripe, answer('https://api.stripe.com/v1/charges', 402, { error }, { 'request-id': 'req_1' })),
  ])
}

function ofOctokit(): Promise<Table> {
  const body = { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' }
  const url = 'https://api.github.com/user'
  const request = { method: 'GET' as const, url, headers: { authorization: 'token ghp_0123456789' } }
  const response = { status: 401, url, headers: {}, data: body }
  return measure('octokit', "GitHub's HTTP 401", [
    ...newError(body.message),
    [
      '@octokit/request-error',
      () => at(10, () => new RequestError(body.message, 401, { request, response })),
      'the status; the token is hidden',
    ],
    ['http-errors', () => at(10, () => createHttpError(401, body.message)), 'the status and its name'],
    ...ours(github, answer(url, 401, body)),
  ])
}

function ofSmithy(): Promise<Table> {
  const body = { __type: 'ThrottlingException', message: 'Rate exceeded' }
  const error = Object.assign(new Error(body.message), {
    name: 'ThrottlingException',
    $fault: 'client' as const,
    $metadata: { httpStatusCode: 400 },
  }) as Parameters<typeof isThrottlingError>[0]
  const ask = () => [
    isThrottlingError(error),
    isTransientError(error),
    isRetryableByTrait(error),
    isClockSkewError(error),
  ]
  return measure('smithy', "AWS' HTTP 400 with ThrottlingException, for which smithy is asked four questions", [
    ['smithy, the four questions', ask, 'throttling, transient, retryable, clock skew'],
    ['A/A', ask, 'the same again: the noise'],
    ...ours(aws, answer('https://dynamodb.us-east-1.amazonaws.com/', 400, body)),
  ])
}

export async function benchErrors(): Promise<Table[]> {
  return [await ofCcxt(), await ofOpenai(), await ofStripe(), await ofOctokit(), await ofSmithy()]
}
