// A Model Context Protocol server over standard input and output: what the command knows, for models.
import { McpServer } from '@modelcontextprotocol/server'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { z } from 'zod'
import { createJudge } from '../classify/judge.ts'
import { hasProvider, nearCodes, nearProvider, rowsOfCode, rowsOfCodeAnywhere } from '../explain/find.ts'
import { rowsOfWords } from '../explain/find-words.ts'
import { explained } from '../explain/show.ts'
import { version } from '../version.ts'
import { boundedLines } from './bounded-lines.ts'

/** More rows than these say no more to a model. */
const mostRows = 20

const provider = z.string().max(64).describe('The id of a provider, such as bilibili or openai')
const readOnly = { readOnlyHint: true, openWorldHint: false }

type Answer = { content: [{ type: 'text'; text: string }]; isError?: boolean }

function answer(value: object): Answer {
  return { content: [{ type: 'text', text: JSON.stringify(value) }] }
}

function fault(text: string): Answer {
  return { content: [{ type: 'text', text }], isError: true }
}

function unknownProvider(id: string): Answer {
  const near = nearProvider(id)
  return fault(`There is no provider ${JSON.stringify(id)}${near === undefined ? '' : `; did you mean ${near}?`}`)
}

function createServer(): McpServer {
  const server = new McpServer({ name: 'unifault', version: version() })

  server.registerTool(
    'explain_code',
    {
      description:
        'What an error code of an API platform means, from a sourced catalog: meaning in Chinese and English, reason, category (auth, rate-limit, param, server), whether it may be retried, the way out, the source.',
      inputSchema: z.object({
        code: z
          .string()
          .min(1)
          .max(256)
          .describe('The code as the platform writes it, such as -352 or insufficient_quota'),
        provider: provider.optional(),
      }),
      annotations: readOnly,
    },
    ({ code, provider }) => {
      if (provider !== undefined && !hasProvider(provider)) return unknownProvider(provider)
      const rows = provider === undefined ? rowsOfCodeAnywhere(code) : rowsOfCode(provider, code)
      if (rows.length === 0) return answer({ rows: [], near: nearCodes(code, provider) })
      return answer({ rows: rows.slice(0, mostRows).map(explained), left: Math.max(rows.length - mostRows, 0) })
    },
  )

  server.registerTool(
    'search_codes',
    {
      description:
        'Error codes whose published meaning, or whose name, has all of the given words; and what the words themselves most likely mean.',
      inputSchema: z.object({
        words: z.string().min(1).max(512).describe('Words of a message, Chinese or English, such as 请求过于频繁'),
        provider: provider.optional(),
      }),
      annotations: readOnly,
    },
    async ({ words, provider }) => {
      if (provider !== undefined && !hasProvider(provider)) return unknownProvider(provider)
      const model = await import('@unifault/providers/words')
      const { count, rows } = rowsOfWords(words.split(/\s+/), provider, mostRows)
      return answer({
        reading: model.words.read({ message: words, status: NaN }),
        rows: rows.map(explained),
        left: count - rows.length,
      })
    },
  )

  server.registerTool(
    'classify_answer',
    {
      description:
        'Whether an HTTP answer of an API is an error, also under status 200, and which: category, reason, retry, wait, code, the cleaned message. Nothing is sent anywhere.',
      inputSchema: z.object({
        url: z.url().max(8192).optional().describe('The URL that was asked; its host tells whose answer it is'),
        provider: provider.optional().describe('Who answered, where the host does not tell'),
        method: z.string().max(16).default('GET'),
        status: z.int().min(100).max(999),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.string().max(1_048_576).optional().describe('The body as text'),
      }),
      annotations: readOnly,
    },
    async ({ url, provider, method, status, headers, body }) => {
      if (provider !== undefined && !hasProvider(provider)) return unknownProvider(provider)
      const judge = await judgeFor(provider)
      const error = judge.whole({ url, method, status, headers, body })
      return answer(error === undefined ? { isError: false } : { isError: true, error: error.toJSON() })
    },
  )
  return server
}

const judges = new Map<string, ReturnType<typeof createJudge>>()

function judgeFor(provider: string | undefined): ReturnType<typeof createJudge> {
  const key = provider ?? ''
  const made = judges.get(key) ?? createJudge({ provider })
  judges.set(key, made)
  return made
}

/** Serves until standard input ends, or nobody reads what is answered. */
export async function serve(): Promise<void> {
  const tell = (error: Error): void => void process.stderr.write(`unifault: ${error.message}\n`)
  const { promise, resolve } = Promise.withResolvers<void>()
  class Transport extends StdioServerTransport {
    override async close(): Promise<void> {
      await super.close()
      resolve()
    }
  }
  const transport = new Transport(process.stdin.pipe(boundedLines(tell)), process.stdout)
  serveStdio(createServer, { transport, onerror: tell })
  await promise
  // Else an open standard input would keep the process.
  process.stdin.unpipe().pause()
}
