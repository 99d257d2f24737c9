import { describe, expect, test } from 'vitest'
import { readPasted } from '../playground/read-pasted.ts'

const fields = { url: '', method: 'GET', status: 200 }

describe('a pasted text', () => {
  test('that is a body has the URL, the method and the status of the fields beside it', () => {
    const beside = { url: 'https://api.example.com/a', method: 'POST', status: 429 }
    expect(readPasted(' {"code":1}\n', beside)).toEqual({
      form: 'body',
      answers: [{ ...beside, headers: [['content-type', 'application/json']], body: '{"code":1}' }],
    })
  })

  test('that is empty has no answer', () => {
    expect(readPasted(' \n', fields).answers).toEqual([])
  })

  test.each([
    ['as it is', 'HTTP/1.1 404 Not Found\nX-Request-Id: a\n\n{"a":\n\n1}'],
    ['with the line ends of HTTP', 'HTTP/1.1 404 Not Found\r\nX-Request-Id: a\r\n\r\n{"a":\n\n1}'],
    ['behind a redirect', 'HTTP/1.1 301 Moved\nlocation: /b\n\nHTTP/1.1 404 Not Found\nX-Request-Id: a\n\n{"a":\n\n1}'],
    ['behind a proxy', 'HTTP/1.0 200 Connection established\n\nHTTP/2 404\nX-Request-Id: a\n\n{"a":\n\n1}'],
  ])('of `curl -i`, %s, has status, headers and body', (_name, text) => {
    const { form, answers } = readPasted(text, fields)
    expect(form).toBe('curl')
    expect(answers).toEqual([
      { url: undefined, method: 'GET', status: 404, headers: [['x-request-id', 'a']], body: '{"a":\n\n1}' },
    ])
  })

  test.each([
    ["$ curl -i 'https://a.example/b?c=d'", 'https://a.example/b?c=d', 'GET'],
    ['curl -i -X DELETE https://a.example/b', 'https://a.example/b', 'DELETE'],
    ["curl -i https://a.example/b \\\n  -d 'x=1'", 'https://a.example/b', 'POST'],
  ])('with the command above it knows what was asked: %s', (command, url, method) => {
    const [answer] = readPasted(`${command}\nHTTP/2 500\n\n`, fields).answers
    expect(answer).toMatchObject({ url, method, status: 500, headers: [], body: '' })
  })

  test('of `curl -v` has the request and the answer without the notes of curl', () => {
    const text = [
      '* Connected to a.example',
      '> POST /b HTTP/1.1',
      '> Host: a.example',
      '> Authorization: Bearer kept-out',
      '>',
      '* Request completely sent off',
      '< HTTP/1.1 401 Unauthorized',
      '< Content-Type: application/json',
      '<',
      '{',
      '  "error": "invalid_token"',
      '}',
      '* Connection #0 to host a.example left intact',
    ].join('\n')
    expect(readPasted(text, fields).answers).toEqual([
      {
        url: 'https://a.example/b',
        method: 'POST',
        status: 401,
        headers: [['content-type', 'application/json']],
        body: '{\n  "error": "invalid_token"\n}',
      },
    ])
  })

  test('that is a HAR has all of its answers, also those in base64 and those that never came', () => {
    const har = {
      log: {
        entries: [
          {
            request: { method: 'GET', url: 'https://a.example/' },
            response: {
              status: 200,
              headers: [{ name: 'x', value: 'y' }],
              content: { text: btoa('{}'), encoding: 'base64' },
            },
          },
          { request: { method: 'GET', url: 'https://b.example/' }, response: { status: 0, headers: [], content: {} } },
        ],
      },
    }
    const { form, answers } = readPasted(JSON.stringify(har), fields)
    expect(form).toBe('har')
    expect(answers).toEqual([
      { url: 'https://a.example/', method: 'GET', status: 200, headers: [['x', 'y']], body: '{}' },
      { url: 'https://b.example/', method: 'GET', status: 0, headers: [], body: '', failure: 'net::ERR_FAILED' },
    ])
  })
})

test.each<[what: string, entries: string, count: number]>([
  ['no entry', '[]', 0],
  ['entries that are none', '[null,5,"a",[],{}]', 5],
  ['members of other kinds', '[{"request":5,"response":{"status":"200","headers":{},"content":[]}}]', 1],
  ['headers of other kinds', '[{"response":{"headers":[null,5,{},{"name":1,"value":"a"}],"content":{"text":5}}}]', 1],
  ['base64 that is none', '[{"response":{"status":200,"content":{"encoding":"base64","text":"*"}}}]', 1],
])('a HAR with %s is read', (_what, entries, count) => {
  for (const mark of ['', '\uFEFF']) {
    const { form, answers } = readPasted(`${mark}{"log":{"entries":${entries}}}`, fields)
    expect(form).toBe('har')
    expect(answers.map(({ headers, body }) => ({ headers, body }))).toEqual(
      Array.from({ length: count }, () => ({ headers: [], body: '' })),
    )
  }
})

test.each<[string, string, string, string]>([
  ['heads', '', 'HTTP/1.1 100 Continue\n\n', ''],
  ['spaces in a header', 'HTTP/1.1 200 OK\na: b', ' ', 'c\n\n{}'],
  ['headers', 'HTTP/1.1 200 OK\n', 'a: b\n', '\n{}'],
  ['lines of curl -v', '', '< HTTP/1.1 200 OK\n< a: b\n', ''],
  ['empty lines', 'HTTP/1.1 200 OK\na: b\n\n', '\n', '{}'],
  ['lines of a command', 'curl ', '-d a \\\n', 'https://a.example\nHTTP/1.1 200 OK\n\n'],
])('a megabyte of %s is read at once', (_what, before, unit, after) => {
  const started = performance.now()
  expect(readPasted(before + unit.repeat(1_000_000 / unit.length) + after, fields).answers.length).toBe(1)
  expect(performance.now() - started).toBeLessThan(2000)
})
