import { createOpenAI } from '@ai-sdk/openai'
import { openai } from '@unifault/providers/openai'
import { generateText, type LanguageModel, streamText } from 'ai'
import { harmless } from './harmless.ts'
import type { Call } from './record.ts'
import type { Answer } from './server.ts'

const headers = { 'x-request-id': 'req_1' }

function model(fetch: typeof globalThis.fetch, origin: string): LanguageModel {
  return createOpenAI({ apiKey: 'sk-example', baseURL: `${origin}/v1`, fetch }).chat('gpt-5')
}

const ask: Call = async (fetch, origin) =>
  (await generateText({ model: model(fetch, origin), prompt: 'Hello', maxRetries: 1 })).text

const respond: Call = async (fetch, origin) => {
  const responses = createOpenAI({ apiKey: 'sk-example', baseURL: `${origin}/v1`, fetch }).responses('gpt-5')
  return (await generateText({ model: responses, prompt: 'Hello', maxRetries: 1 })).text
}

/** An error of a stream is a part of it. */
const stream: Call = async (fetch, origin, pieces) => {
  const { fullStream } = streamText({
    model: model(fetch, origin),
    prompt: 'Hello',
    maxRetries: 1,
    onError: () => undefined,
  })
  for await (const part of fullStream) {
    if (part.type === 'error') throw part.error
    pieces.push(part.type === 'text-delta' ? part.text : part.type)
  }
}

function refused(status: number, error: object, more: Readonly<Record<string, string>> = {}): Answer[] {
  return [{ status, headers: { ...headers, ...more }, body: { error } }]
}

function chunk(delta: object, more: object = {}): string {
  const choices = [{ index: 0, delta, ...more }]
  return `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'gpt-5', choices })}\n\n`
}

const answer = {
  id: 'c1',
  object: 'chat.completion',
  created: 1,
  model: 'gpt-5',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
}
const throttled = { message: 'Rate limit reached', type: 'requests', param: null, code: 'rate_limit_exceeded' }
const broken =
  'data: {"error":{"message":"The server had an error","type":"server_error","param":null,"code":"server_error"}}\n\n'

harmless(
  'ai with @ai-sdk/openai',
  { provider: openai, call: ask, by: 'classify.from' },
  {
    'a success': { answers: [{ headers, body: answer }] },
    'a wrong key, 401': {
      answers: refused(401, { message: 'Incorrect API key', type: 'invalid_request_error', code: 'invalid_api_key' }),
      verdict: { category: 'auth', reason: 'client-invalid', code: 'invalid_api_key', status: 401, requestId: 'req_1' },
    },
    'too many requests, with retry-after-ms, until it gives up': {
      answers: refused(429, throttled, { 'retry-after-ms': '20', 'retry-after': '1' }),
      verdict: { category: 'rate-limit', reason: 'throttled', code: 'rate_limit_exceeded', retryAfterMs: 20 },
    },
    'too many requests once, with retry-after': {
      answers: [...refused(429, throttled, { 'retry-after': '1' }), { headers, body: answer }],
      told: ['throttled'],
    },
    'a wrong parameter, 400': {
      answers: refused(400, {
        message: 'Invalid',
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'invalid_type',
      }),
      verdict: { category: 'param', reason: 'invalid-parameter', code: 'invalid_type', param: 'temperature' },
    },
    'an unknown model, 404': {
      answers: refused(404, { message: 'No such model', type: 'invalid_request_error', code: 'model_not_found' }),
      verdict: { category: 'param', reason: 'not-found', code: 'model_not_found' },
    },
    'a failure, 500': {
      answers: refused(
        500,
        { message: 'The server had an error', type: 'server_error', code: null },
        { 'retry-after-ms': '5' },
      ),
      verdict: { category: 'server', reason: 'internal', code: 'server_error', status: 500 },
    },
    'an unavailable server, 503, once': {
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
    'an error in a body of HTTP 200': {
      answers: [
        {
          headers,
          body: {
            id: 'resp_1',
            object: 'response',
            created_at: 1,
            model: 'gpt-5',
            status: 'failed',
            output: [],
            error: { code: 'server_error', message: 'Failed', type: 'server_error' },
          },
        },
      ],
      call: respond,
      verdict: { category: 'server', reason: 'internal', code: 'server_error' },
    },
    'nobody who listens': {
      answers: 'refused',
      by: 'apiErrorOf',
      verdict: { category: 'server', reason: 'network', code: 'ECONNREFUSED' },
    },
    'a stream': {
      answers: [
        {
          headers,
          events: [
            chunk({ role: 'assistant', content: 'a' }),
            chunk({ content: 'b' }, { finish_reason: 'stop' }),
            'data: [DONE]\n\n',
          ],
        },
      ],
      call: stream,
    },
    'a stream that is refused, 401': {
      answers: refused(401, { message: 'Incorrect API key', type: 'invalid_request_error', code: 'invalid_api_key' }),
      call: stream,
      verdict: { category: 'auth', reason: 'client-invalid', code: 'invalid_api_key', status: 401 },
    },
    'a stream with an error event': {
      answers: [{ headers, events: [chunk({ role: 'assistant', content: 'a' }), broken] }],
      call: stream,
      verdict: { category: 'server', reason: 'internal', code: 'server_error' },
      told: false,
    },
    'a stream with an error event that is watched': {
      answers: [{ headers, events: [chunk({ role: 'assistant', content: 'a' }), broken] }],
      call: stream,
      verdict: { category: 'server', reason: 'internal', code: 'server_error' },
      by: 'onError',
      options: { streams: 'watch' },
    },
  },
)
