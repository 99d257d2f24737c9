import { openai } from '@unifault/providers/openai'
import OpenAI from 'openai'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'x-request-id': 'req_1', 'openai-version': '2020-10-01' }

function client(fetch: typeof globalThis.fetch, origin: string): OpenAI {
  return new OpenAI({ apiKey: 'sk-example', baseURL: `${origin}/v1`, fetch, maxRetries: 1, logLevel: 'off' })
}

const respond: Call = (fetch, origin) => client(fetch, origin).responses.create({ model: 'gpt-5', input: 'Hello' })

const stream: Call = async (fetch, origin, pieces) => {
  const messages = [{ role: 'user' as const, content: 'Hello' }]
  const chunks = await client(fetch, origin).chat.completions.create({ model: 'gpt-5', messages, stream: true })
  for await (const chunk of chunks) pieces.push(chunk)
}

/** The Response itself, whose body and clone the user reads by hand. */
const raw: Call = async (fetch, origin, pieces) => {
  const response = await client(fetch, origin).responses.create({ model: 'gpt-5', input: 'Hello' }).asResponse()
  const copy = response.clone()
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) pieces.push(decoder.decode(piece, { stream: true }))
  return { isResponse: response instanceof Response, copy: await copy.text() }
}

/** The user goes as soon as the request is on its way. */
const leave: Call = (fetch, origin) => {
  const controller = new AbortController()
  const leaving: typeof fetch = (input, init) => {
    setImmediate(() => controller.abort())
    return fetch(input, init)
  }
  const { responses } = client(leaving, origin)
  return responses.create({ model: 'gpt-5', input: 'Hello' }, { signal: controller.signal })
}

/** The SDK's own time-out is the caller's signal to fetch. */
const hurry: Call = (fetch, origin) =>
  client(fetch, origin).responses.create({ model: 'gpt-5', input: 'Hello' }, { timeout: 100 })

function refused(status: number, error: object, more: Readonly<Record<string, string>> = {}): readonly Answer[] {
  return [{ status, headers: { ...headers, ...more }, body: { error } }]
}

function chunk(content: string): string {
  const choices = [{ index: 0, delta: { content } }]
  return `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'gpt-5', choices })}\n\n`
}

const broken =
  'data: {"error":{"message":"The server had an error","type":"server_error","param":null,"code":"server_error"}}\n\n'
const answer = { id: 'resp_1', object: 'response', status: 'completed', output: [], usage: {} }
const throttled = { message: 'Rate limit reached', type: 'requests', param: null, code: 'rate_limit_exceeded' }

harmless(
  'openai',
  { provider: openai, call: respond, by: 'apiErrorOf' },
  {
    'a success': { answers: [{ headers, body: answer }] },
    'a success that is read by hand': { answers: [{ headers, body: answer }], call: raw },
    'a success that its own status tells of': {
      answers: [{ headers, body: { ...answer, status: 'failed', error: { code: 'server_error', message: 'Failed' } } }],
      verdict: { category: 'server', reason: 'internal', code: 'server_error', status: 200 },
      by: 'onError',
    },
    'a wrong key, 401': {
      answers: refused(401, {
        message: 'Incorrect API key provided: sk-exa***.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      }),
      verdict: { category: 'auth', reason: 'client-invalid', code: 'invalid_api_key', status: 401, requestId: 'req_1' },
    },
    'too many requests, with retry-after-ms': {
      answers: refused(429, throttled, { 'retry-after-ms': '20', 'retry-after': '1' }),
      verdict: { category: 'rate-limit', reason: 'throttled', code: 'rate_limit_exceeded', retryAfterMs: 20 },
    },
    'too many requests once, with retry-after': {
      answers: [...refused(429, throttled, { 'retry-after': '1' }), { headers, body: answer }],
      told: ['throttled'],
    },
    'an empty account, which is not asked again': {
      answers: refused(
        429,
        { message: 'You exceeded your quota', type: 'insufficient_quota', param: null, code: 'insufficient_quota' },
        { 'x-should-retry': 'false' },
      ),
      verdict: { category: 'rate-limit', reason: 'payment-required', code: 'insufficient_quota' },
    },
    'a wrong parameter, 400': {
      answers: refused(400, {
        message: "Invalid type for 'temperature'",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'invalid_type',
      }),
      verdict: { category: 'param', reason: 'invalid-parameter', code: 'invalid_type', param: 'temperature' },
    },
    'an unknown model, 404': {
      answers: refused(404, { message: 'No such model', type: 'invalid_request_error', code: 'model_not_found' }),
      verdict: { category: 'param', reason: 'not-found', code: 'model_not_found', status: 404 },
    },
    'a failure, 500': {
      answers: refused(500, { message: 'The server had an error', type: 'server_error', param: null, code: null }),
      verdict: { category: 'server', reason: 'internal', code: 'server_error', status: 500 },
    },
    'an overload, 503, once': {
      answers: [
        ...refused(
          503,
          { message: 'Overloaded', type: 'service_unavailable_error', code: null },
          { 'retry-after-ms': '5' },
        ),
        { headers, body: answer },
      ],
      told: ['unavailable'],
    },
    'a page of a gateway, 502': {
      answers: [
        { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><title>502 Bad Gateway</title></html>' },
      ],
      verdict: { category: 'server', reason: 'unavailable', code: undefined, status: 502 },
    },
    'nobody who listens': {
      answers: 'refused',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED', status: undefined },
    },
    'a user who leaves': { answers: [{ isSilent: true }], call: leave, verdict: 'none' },
    'a time-out of its own': { answers: [{ isSilent: true }], call: hurry, verdict: 'none' },
    'a stream': { answers: [{ headers, events: [chunk('a'), chunk('b'), 'data: [DONE]\n\n'] }], call: stream },
    'a stream that is watched': {
      answers: [{ headers, events: [chunk('a'), chunk('b'), 'data: [DONE]\n\n'] }],
      call: stream,
      options: { streams: 'watch' },
    },
    'a stream with an error event': {
      answers: [{ headers, events: [chunk('a'), chunk('b'), broken] }],
      call: stream,
      verdict: { category: 'server', reason: 'internal', code: 'server_error', requestId: 'req_1' },
      by: 'classify.from',
      told: false,
    },
    'a stream with an error event that is watched': {
      answers: [{ headers, events: [chunk('a'), chunk('b'), broken] }],
      call: stream,
      verdict: { category: 'server', reason: 'internal', code: 'server_error', requestId: 'req_1' },
      options: { streams: 'watch' },
    },
    'a stream that begins with an error event': {
      answers: [{ headers, events: [broken] }],
      call: stream,
      verdict: { category: 'server', reason: 'internal', code: 'server_error' },
      options: { streams: 'watch' },
    },
  },
)
