import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const client = new Client({ name: 'test', version: '1.0.0' })

beforeAll(async () => {
  const args = ['--conditions=unifault-source', join(import.meta.dirname, '../main.ts'), 'mcp']
  await client.connect(new StdioClientTransport({ command: process.execPath, args }))
})
afterAll(() => client.close())

async function call(name: string, given: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: given })
  const [first] = content as { text: string }[]
  return { text: first?.text ?? '', isError: isError === true }
}

async function answerOf(name: string, given: Record<string, unknown>): Promise<unknown> {
  const { text, isError } = await call(name, given)
  expect(isError, text).toBe(false)
  return JSON.parse(text)
}

test('three tools are offered, each with what it takes', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(['classify_answer', 'explain_code', 'search_codes'])
  for (const { description, inputSchema } of tools) {
    expect(description?.length).toBeGreaterThan(40)
    expect(Object.keys(inputSchema.properties ?? {}).length).toBeGreaterThan(1)
  }
})

test('explain_code gives the rows of a code with what follows from them', async () => {
  expect(await answerOf('explain_code', { provider: 'bilibili', code: '-352' })).toMatchObject({
    rows: [{ reason: 'abuse-blocked', category: 'rate-limit', retry: 'never', zh: expect.stringContaining('风控') }],
  })
  expect(await answerOf('explain_code', { code: '40001' })).toMatchObject({ left: expect.any(Number) })
  expect(await answerOf('explain_code', { provider: 'stripe', code: 'card_decline' })).toMatchObject({
    rows: [],
    near: expect.arrayContaining(['card_declined']),
  })
})

test('search_codes finds rows by words, and reads the words', async () => {
  expect(await answerOf('search_codes', { words: '请求过于频繁' })).toMatchObject({ reading: { reason: 'throttled' } })
  expect(await answerOf('search_codes', { words: 'card declined', provider: 'stripe' })).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ provider: 'stripe' })]),
  })
})

test('classify_answer tells an error under status 200 from a success', async () => {
  const url = 'https://api.bilibili.com/x/web-interface/view'
  const body = '{"code":-352,"message":"风控校验失败"}'
  expect(await answerOf('classify_answer', { url, status: 200, body })).toMatchObject({
    isError: true,
    error: { provider: 'bilibili', reason: 'abuse-blocked', code: '-352' },
  })
  expect(await answerOf('classify_answer', { url, status: 200, body: '{"code":0}' })).toEqual({ isError: false })
  expect(await answerOf('classify_answer', { provider: 'bilibili', status: 200, body })).toMatchObject({
    isError: true,
  })
})

test('what is wrong in a call is told, and the server goes on', async () => {
  expect(await call('explain_code', { provider: 'bilbili', code: '1' })).toEqual({
    isError: true,
    text: 'There is no provider "bilbili"; did you mean bilibili?',
  })
  const wrong = await call('classify_answer', { status: 9999 }).catch((error: unknown) => ({
    isError: true,
    text: String(error),
  }))
  expect(wrong.isError).toBe(true)
  expect(wrong.text).toContain('status')
  expect(await answerOf('explain_code', { provider: 'bilibili', code: '-352' })).toMatchObject({ left: 0 })
})

const opening = [
  {
    jsonrpc: '2.0',
    id: 'opening',
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
]

/** The server, told lines as they are. */
function rawServer(): {
  child: ChildProcessWithoutNullStreams
  answerTo: (line: string, id: unknown) => Promise<object>
} {
  const child = spawn(process.execPath, [
    '--conditions=unifault-source',
    join(import.meta.dirname, '../main.ts'),
    'mcp',
  ])
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(opening.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return {
    child,
    async answerTo(line, id) {
      child.stdin.write(`${line}\n`)
      for (;;) {
        const { value, done } = (await lines.next()) as { value?: string; done?: boolean }
        if (done === true) throw new Error(`the server ended at ${line.slice(0, 80)}`)
        const answer = JSON.parse(value ?? '') as { id?: unknown }
        if (answer.id === id) return answer
      }
    },
  }
}

test('whatever is no request, the next one is answered', async () => {
  const { child, answerTo } = rawServer()
  const call = (body: string): string =>
    `{"jsonrpc":"2.0","id":0,"method":"tools/call","params":{"name":"classify_answer","arguments":${body}}}`
  const nonsense = [
    '',
    'nonsense',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"jsonrpc":"1.0","id":1,"method":"ping"}',
    '{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}',
    '{"jsonrpc":"2.0","method":"nobody/knows"}',
    '{"jsonrpc":"2.0","id":0,"method":"nobody/knows"}',
    '{"jsonrpc":"2.0","id":0,"result":{}}',
    '[{"jsonrpc":"2.0","id":0,"method":"ping"}]',
    call('5'),
    call('{"__proto__":{"status":200},"status":"200"}'),
    call(`{"status":200,"body":"${'['.repeat(1_048_577)}"}`),
    call(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    call(`{"status":200,"body":"${'a'.repeat(12_000_000)}"}`),
    `{"jsonrpc":"2.0",${' '.repeat(30_000_000)}`,
    '\u0000\uFFFF\u001B[31m',
  ]
  for (const [index, line] of nonsense.entries())
    expect(
      await answerTo(`${line}\n{"jsonrpc":"2.0","id":"after ${index}","method":"ping"}`, `after ${index}`),
    ).toEqual({
      jsonrpc: '2.0',
      id: `after ${index}`,
      result: {},
    })
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('a client that reads no more ends the server', async () => {
  const { child, answerTo } = rawServer()
  await answerTo('{"jsonrpc":"2.0","id":1,"method":"ping"}', 1)
  child.stdout.destroy()
  const ended = once(child, 'exit')
  child.stdin.on('error', () => undefined) // it ends while we write
  const ping = setInterval(() => child.stdin.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n'), 50)
  expect(await ended).toEqual([4, null])
  clearInterval(ping)
})
