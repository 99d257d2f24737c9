// The server of `unifault mock`: on a loopback address, one prefix for each provider where there are several.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClassifier } from '@unifault/core'
import { UserError } from '../errors.ts'
import { checkRules, type Mocked, type Reply, replyOf } from './replies.ts'
import type { Rule, Step } from './script.ts'

/** What is served, and how. */
export interface MockOptions {
  readonly mocked: readonly Mocked[]
  readonly rules: readonly Rule[]
  /** 0 picks a free one. */
  readonly port?: number | undefined
  /** Told of every request, a line each. */
  readonly log?: ((line: string) => void) | undefined
}

/** A running server. */
export interface Mock {
  /** Provider → where it answers, without a slash at the end. */
  readonly urls: Readonly<Record<string, string>>
  /** Ends every connection. */
  close(): Promise<void>
}

/** The header that picks the answer to one request: a code, or `ok`. */
const codeHeader = 'x-unifault-code'

/** Milliseconds between two events of a stream, so that they come one by one as from a model. */
const betweenEvents = 10

const plainOk: Step = {
  answer: { kind: 'ok', body: undefined },
  headers: {},
  message: undefined,
  status: undefined,
  afterMs: 0,
  events: undefined,
  body: 'whole',
  times: Infinity,
  place: '',
}

/** A rule, and where it stands. */
interface Running {
  readonly rule: Rule
  step: number
  used: number
}

/** The step whose turn it is; undefined when the rule is over. */
function takeTurn(running: Running): Step | undefined {
  const { steps } = running.rule
  const step = steps[running.step]
  if (step === undefined) return undefined
  const isLast = running.step === steps.length - 1
  if (++running.used >= (step.times ?? (isLast ? Infinity : 1))) {
    running.step++
    running.used = 0
  }
  return step
}

function matches({ rule }: Running, id: string, method: string, path: string): boolean {
  const [head = '', ...rest] = (rule.path ?? '*').split('*')
  // The paths of a script are few and short, and written by who runs it.
  const pattern = new RegExp(
    `^${[head, ...rest].map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`,
    's',
  )
  return (rule.provider ?? id) === id && (rule.method ?? method) === method && pattern.test(path)
}

/**
 * Starts the server.
 *
 * @throws UserError that names line and column, when the script asks for what cannot be answered, or the port is taken
 */
export async function startMock({ mocked, rules, port = 0, log = () => undefined }: MockOptions): Promise<Mock> {
  checkRules(rules, mocked)
  const running: Running[] = rules.map((rule) => ({ rule, step: 0, used: 0 }))
  const isSingle = mocked.length === 1
  const ending = new AbortController()
  const views = createClassifier(mocked.map(({ provider }) => provider))
  const server = createServer((request, response) => {
    request.resume() // a body that nobody reads keeps the connection busy
    response.on('error', () => undefined)
    answer(request, response).catch((error: unknown) => {
      if (!ending.signal.aborted) refuse(request, response, 500, error instanceof Error ? error.message : String(error))
    })
  })
  await listen(server, port)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const urls = Object.fromEntries(mocked.map(({ provider: { id } }) => [id, isSingle ? origin : `${origin}/${id}`]))
  return {
    urls,
    async close() {
      ending.abort()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request
    allowPages(request, response)
    if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined)
      return void response.writeHead(204).end()
    const asked = URL.parse(url, origin)
    if (asked === null) return refuse(request, response, 400, 'this is no URL')
    const { pathname, search } = asked
    const found = isSingle
      ? mocked[0]
      : mocked.find(({ provider: { id } }) => pathname === `/${id}` || pathname.startsWith(`/${id}/`))
    if (found === undefined) {
      const prefixes = mocked.map(({ provider }) => `/${provider.id}/`).join(', ')
      return refuse(request, response, 404, `no provider is here; the paths begin with one of ${prefixes}`)
    }
    const { id } = found.provider
    const path = (isSingle ? pathname : pathname.slice(id.length + 1)) || '/'
    const wanted = headers[codeHeader]
    const step = typeof wanted === 'string' ? stepOf(wanted) : turnOf(id, method, path)
    let reply: Reply
    try {
      reply = replyOf(found, step, `http://localhost${path}${search}`)
    } catch (error) {
      return refuse(request, response, 501, error instanceof Error ? error.message : String(error))
    }
    note(request, reply.kind === 'answer' ? String(reply.status) : reply.kind, named(step))
    if (step.afterMs > 0) await sleep(step.afterMs, undefined, { signal: ending.signal })
    await send(request, response, reply)
  }

  function turnOf(id: string, method: string, path: string): Step {
    for (const one of running) {
      const step = matches(one, id, method, path) ? takeTurn(one) : undefined
      if (step !== undefined) return step
    }
    return plainOk
  }

  async function send(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
    if (reply.kind === 'hang') return
    if (reply.kind === 'drop') return void request.socket.destroy()
    const { status, headers, pieces, body } = reply
    const isStream = headers['content-type']?.startsWith('text/event-stream') === true
    const size = Buffer.byteLength(pieces.join(''))
    const hasBody = request.method !== 'HEAD' && ![204, 205, 304].includes(status)
    if (request.headers.origin !== undefined)
      response.setHeader('access-control-expose-headers', Object.keys(headers).join(', '))
    response.writeHead(status, { ...headers, ...(hasBody && !isStream && { 'content-length': size }) })
    if (!hasBody) return void response.end()
    if (body === 'whole') {
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) await sleep(betweenEvents, undefined, { signal: ending.signal })
        response.write(piece)
      }
      return void response.end()
    }
    // Half of what was promised: of a stream whole events, of a text its first half.
    const half = isStream ? pieces.slice(0, Math.floor(pieces.length / 2)).join('') : halfOf(pieces.join(''))
    response.flushHeaders()
    await new Promise((resolve) => response.write(half === '' ? '' : half, resolve))
    if (body === 'cut') request.socket.destroy()
  }

  function note({ method, url = '/' }: IncomingMessage, result: string, what: string): void {
    // Paths may have secrets in them, such as a bot's token: what an error shows of them is shown here.
    const asked = { url: URL.parse(url, origin)?.href ?? '', method: method ?? 'GET' }
    const path = views.failure({ kind: 'network', error: undefined }, asked)?.request.url?.slice(origin.length)
    // A code from a header may have control characters, and a terminal would obey them.
    log(`${method} ${path || '/'} → ${result}${what === '' ? '' : ` ${what}`}`.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD'))
  }

  function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
    note(request, String(status), message)
    if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(`unifault mock: ${message}\n`)
  }
}

/** The step that a header asks for. */
function stepOf(wanted: string): Step {
  return wanted === 'ok' ? plainOk : { ...plainOk, answer: { kind: 'error', code: wanted } }
}

function named({ answer, body, events }: Step): string {
  const what = answer.kind === 'error' ? answer.code : answer.kind === 'ok' ? 'ok' : ''
  return [what, events === undefined ? '' : `${events} events`, body === 'whole' ? '' : body].filter(Boolean).join(', ')
}

function halfOf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2))
}

/** A page of another origin may ask, as if it were the platform's own: it is a page under development. */
function allowPages({ headers }: IncomingMessage, response: ServerResponse): void {
  const { origin } = headers
  if (origin === undefined) return
  const asked = headers['access-control-request-headers']
  for (const [name, value] of Object.entries({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': headers['access-control-request-method'],
    'access-control-allow-headers': asked,
    vary: 'origin',
  }))
    if (value !== undefined) response.setHeader(name, value)
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    throw new UserError(`port ${port} is not to be had (${error.code})`, { expected: 'a free one; 0 picks one' })
  })
}
