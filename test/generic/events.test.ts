import { createClassifier } from '@unifault/core'
import { generic } from '@unifault/providers'
import { describe, expect, test } from 'vitest'

const classify = createClassifier([], { fallback: generic })

function judge(event: string, data: unknown): string | undefined {
  const body = typeof data === 'string' ? data : JSON.stringify(data)
  const raw = { url: 'https://ai.example.com/v1/chat', method: 'POST', status: 200, headers: {}, body, event }
  return classify(raw)?.reason
}

describe('an event of a stream that tells of an error', () => {
  for (const [name, event, data, reason] of [
    [
      'in the shape of OpenAI',
      '',
      { error: { message: 'Rate limit reached', type: 'rate_limit_error', code: null } },
      'throttled',
    ],
    [
      'in the shape of Anthropic',
      'error',
      { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      'unavailable',
    ],
    [
      'a failed response',
      'response.failed',
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'rate_limit_exceeded', message: 'Too many requests' } },
      },
      'throttled',
    ],
    ['as a line of NDJSON', '', { error: 'model "x" not found, try pulling it first' }, 'not-found'],
    ['as a line of NDJSON with words alone', 'error', { message: 'The context is too long' }, 'out-of-range'],
    ['in Chinese', 'error', { code: 'Arrearage', message: '账户已欠费，请充值' }, 'payment-required'],
    [
      'in the shape of vLLM',
      '',
      { object: 'error', error: { message: 'The input is too long', type: 'BadRequestError', code: 400 } },
      'out-of-range',
    ],
    ['in the shape of a house', '', { code: 10001, msg: '请求过于频繁', data: null }, 'throttled'],
  ] as const)
    test(name, () => expect(judge(event, data)).toBe(reason))
})

describe('an event of content is none, whatever it talks about', () => {
  for (const [name, event, data] of [
    [
      'a chunk of a chat',
      '',
      { id: '1', object: 'chat.completion.chunk', choices: [{ delta: { content: '{"error":"invalid token"}' } }] },
    ],
    [
      'a delta of Anthropic',
      'content_block_delta',
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'error' } },
    ],
    ['a ping', 'ping', { type: 'ping' }],
    ['the end', '', '[DONE]'],
    [
      'a line of Ollama',
      '',
      { model: 'm', created_at: '2026-01-01', message: { role: 'assistant', content: 'error' }, done: false },
    ],
    ['a log line', 'log', { level: 'error', msg: 'token expired', time: 1 }],
    ['a result', 'result', { output: { text: 'failed' }, usage: {}, request_id: 'r' }],
    ['a step of an agent', 'tool', { type: 'tool_result', name: 'sql', content: 'error: no such table' }],
    ['text', '', 'error: not found'],
    ['progress', 'progress', { status: 'running', progress: 0.5, message: 'retrying a failed step' }],
  ] as const)
    test(name, () => expect(judge(event, data)).toBeUndefined())
})

test('a stream that is answered with one event from 400 on is read', () => {
  const error = classify({
    url: 'https://ai.example.com/v1/chat',
    method: 'POST',
    status: 429,
    headers: { 'content-type': 'text/event-stream' },
    body: ': keep\n\nid:1\nevent:error\ndata:{"code":"Throttling","message":"too many requests","request_id":"r-1"}\n\n',
  })
  expect(error).toMatchObject({ reason: 'throttled', code: 'Throttling', requestId: 'r-1' })
})
