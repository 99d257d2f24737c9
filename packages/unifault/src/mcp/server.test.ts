import { join } from 'node:path'
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
