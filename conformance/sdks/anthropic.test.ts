import Anthropic from '@anthropic-ai/sdk'
import { anthropic } from '@unifault/providers/anthropic'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'request-id': 'req_1' }
const question = { model: 'claude-x', max_tokens: 10, messages: [{ role: 'user' as const, content: 'Hello' }] }

function client(fetch: typeof globalThis.fetch, origin: string): Anthropic {
  return new Anthropic({ apiKey: 'sk-ant-example', baseURL: origin, fetch, maxRetries: 1, logLevel: 'off' })
}

const ask: Call = (fetch, origin) => client(fetch, origin).messages.create(question)

const stream: Call = async (fetch, origin, pieces) => {
  const events = await client(fetch, origin).messages.create({ ...question, stream: true })
  for await (const event of events) pieces.push(event)
}

function errorOf(type: string, message: string): object {
  return { type: 'error', error: { type, message }, request_id: 'req_1' }
}

function refused(status: number, type: string, message: string, more: Readonly<Record<string, string>> = {}): Answer[] {
  return [{ status, headers: { ...headers, ...more }, body: errorOf(type, message) }]
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify({ type: name, ...data })}\n\n`
}

const message = { id: 'msg_1', type: 'message', role: 'assistant', content: [], model: 'claude-x', usage: {} }
const begun = [
  event('message_start', { message }),
  event('ping', {}),
  event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'a' } }),
]
const overloaded = event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } })

harmless(
  '@anthropic-ai/sdk',
  { provider: anthropic, call: ask, by: 'apiErrorOf' },
  {
    'a success': { answers: [{ headers, body: message }] },
    'a wrong key, 401': {
      answers: refused(401, 'authentication_error', 'invalid x-api-key'),
      verdict: { category: 'auth', reason: 'client-invalid', code: 'authentication_error', requestId: 'req_1' },
    },
    'too many requests, with retry-after-ms': {
      answers: refused(429, 'rate_limit_error', 'Too many', { 'retry-after-ms': '20', 'retry-after': '1' }),
      verdict: { category: 'rate-limit', reason: 'throttled', code: 'rate_limit_error' },
    },
    'too many requests once, with retry-after': {
      answers: [...refused(429, 'rate_limit_error', 'Too many', { 'retry-after': '1' }), { headers, body: message }],
      told: ['throttled'],
    },
    'a wrong parameter, 400': {
      answers: refused(400, 'invalid_request_error', 'max_tokens: Field required'),
      verdict: { category: 'param', reason: 'invalid-parameter', code: 'invalid_request_error', status: 400 },
    },
    'no credit, 400': {
      answers: refused(400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.'),
      verdict: { category: 'rate-limit', reason: 'payment-required', code: 'invalid_request_error' },
    },
    'an unknown model, 404': {
      answers: refused(404, 'not_found_error', 'model: claude-y'),
      verdict: { category: 'param', reason: 'not-found', code: 'not_found_error' },
    },
    'a failure, 500': {
      answers: refused(500, 'api_error', 'Internal server error'),
      verdict: { category: 'server', reason: 'internal', code: 'api_error' },
    },
    'an overload, 529': {
      answers: refused(529, 'overloaded_error', 'Overloaded', { 'retry-after-ms': '5' }),
      verdict: { category: 'server', reason: 'unavailable', code: 'overloaded_error', status: 529 },
    },
    'an unavailable gateway, 503, once': {
      answers: [
        {
          status: 503,
          headers: { 'content-type': 'text/plain', 'retry-after-ms': '5' },
          body: 'upstream connect error',
        },
        { headers, body: message },
      ],
      told: ['unavailable'],
    },
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED' },
    },
    'a stream': { answers: [{ headers, events: [...begun, event('message_stop', {})] }], call: stream },
    'a stream with an error event': {
      answers: [{ headers, events: [...begun, overloaded] }],
      call: stream,
      verdict: { category: 'server', reason: 'unavailable', code: 'overloaded_error' },
      by: 'classify.from',
      told: false,
    },
    'a stream with an error event that is watched': {
      answers: [{ headers, events: [...begun, overloaded] }],
      call: stream,
      verdict: { category: 'server', reason: 'unavailable', code: 'overloaded_error' },
      options: { streams: 'watch' },
    },
  },
)
