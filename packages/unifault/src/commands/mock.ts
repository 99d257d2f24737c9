import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Provider, Texts } from '@unifault/core'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { UserError } from '../errors.ts'
import type { Mocked } from '../mock/replies.ts'
import type { Rule } from '../mock/script.ts'

interface MockFlags {
  readonly answer: readonly string[]
  readonly script?: string
  readonly port: number
  readonly lang: 'zh' | 'en'
}

const help = `
A script says which answers come, and in which order; the last one stays unless it says how often, and what is over is ok.
  -352 then ok                            the code -352 once, then successes
  429 with Retry-After 2, twice then ok   a status without a code, with a header
  -101 after 2 s with message "no login"  late, in other words
  ok {"code":0,"data":{}} stalled         a body that stops half-way; cut: it breaks off
  server_error at event 5                 a stream of server-sent events that breaks off with an error
  hang, 3 times then drop                 no answer at all; a broken connection
  openai POST /v1/*: status 503 then ok   only for a provider, a method, a path
A request with the header x-unifault-code: <code> gets that code, whatever the script says.`

/** Adds `unifault mock`. */
export function register(program: Command): void {
  program
    .command('mock')
    .description('answers on a loopback port as platforms do')
    .argument('<provider...>', 'ids such as bilibili; several get a path prefix each')
    .option('-a, --answer <script>', 'answers in turn, such as "-352 then ok"; may be given again', collect, [])
    .option('-s, --script <file>', 'a file of such lines; - reads standard input')
    .option('-p, --port <number>', 'the port; 0 picks a free one', portOf, 0)
    .addOption(new Option('--lang <language>', 'the language of the messages').choices(['zh', 'en']).default('en'))
    .addHelpText('after', help)
    .action(async (ids: string[], { answer, script, port, lang }: MockFlags) => {
      const { parseScript } = await import('../mock/script.ts')
      const { startMock } = await import('../mock/serve.ts')
      const unique = [...new Set(ids)]
      const mocked = await Promise.all(unique.map((id) => load(id, lang)))
      const rules: Rule[] = answer.flatMap((one, index) =>
        parseScript(one, answer.length === 1 ? '--answer' : `--answer ${index + 1}`, unique),
      )
      if (script !== undefined) rules.push(...parseScript(await readScript(script), script, unique))
      const mock = await startMock({ mocked, rules, port, log: (line) => void process.stderr.write(`${line}\n`) })
      const stopped = untilStopped()
      const lines = Object.entries(mock.urls).map(([id, url]) => `${id} ${url}\n`)
      process.stdout.write(lines.join(''))
      await stopped
      await mock.close()
    })
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('Expected a number from 0 to 65535.')
  return port
}

/** A provider, and the words of its codes. */
async function load(id: string, lang: 'zh' | 'en'): Promise<Mocked> {
  const module = /^[a-z\d-]+$/.test(id) ? await import(`@unifault/providers/${id}`).catch(() => ({})) : {}
  const provider = Object.values(module as object).find(
    (one): one is Provider => (one as Provider | undefined)?.id === id,
  )
  if (provider === undefined) throw await unknownProvider(id)
  // A provider without a table of its own has no texts.
  const own = (await import(`@unifault/providers/${id}/texts/${lang}`).catch(() => undefined)) as
    | { readonly texts: Texts }
    | undefined
  return { provider, texts: own === undefined ? [] : [own.texts] }
}

async function unknownProvider(id: string): Promise<UserError> {
  const { allProviders } = await import('@unifault/providers/all-providers')
  const { nearest } = await import('@unifault/core/testing')
  const ids = allProviders.map((one) => one.id)
  const near = nearest(id, ids)
  if (near !== undefined) return new UserError(`there is no provider ${JSON.stringify(id)}; did you mean ${near}?`)
  return new UserError(`there is no provider ${JSON.stringify(id)}`, { expected: `one of ${ids.join(', ')}` })
}

async function readScript(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${file} cannot be read (${error.code})`, { expected: 'a script' })
  })
}

/** Until somebody asks the process to stop. */
async function untilStopped(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of signals) process.once(signal, resolve)
  await promise
  for (const signal of signals) process.off(signal, resolve)
}
