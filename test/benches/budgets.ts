// What can be counted and not only measured, against its budget: `pnpm budgets`. Fails when one is exceeded.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createClassifier, type RawResponse } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'

/** Nothing is collected while allocations are counted. */
const flags = ['--expose-gc', '--min-semi-space-size=64', '--max-semi-space-size=64', '--no-warnings']

interface Budget {
  readonly name: string
  readonly found: number
  readonly most: number
}

interface Loaded {
  readonly modules: number
  readonly builtIn: readonly string[]
  readonly touched: readonly string[]
}

function loadedBy(module: string): Loaded {
  const file = join(import.meta.dirname, 'loaded.ts')
  return JSON.parse(execFileSync(process.execPath, ['--no-warnings', file, module], { encoding: 'utf8' })) as Loaded
}

/** Modules of ours that an import loads, and globals that it touches. */
function imports(): Budget[] {
  const most = {
    '@unifault/core': 32,
    '@unifault/core/testing': 30,
    '@unifault/providers/bilibili': 8,
    '@unifault/providers/all-providers': 8,
    '@unifault/fetch': 42,
  }
  return Object.entries(most).flatMap(([module, modules]) => {
    const loaded = loadedBy(module)
    return [
      { name: `modules of ours that ${module} loads`, found: loaded.modules, most: modules },
      { name: `globals that ${module} touches`, found: loaded.touched.length, most: 0 },
      { name: `modules of Node that ${module} loads`, found: loaded.builtIn.length, most: 0 },
    ]
  })
}

/** Bytes that one call allocates, after the engine has compiled it. */
function allocated(call: () => unknown): number {
  const calls = 20_000
  for (let index = 0; index < calls; index++) call()
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) throw new Error('the collector must be at hand: --expose-gc')
  collect()
  const before = process.memoryUsage().heapUsed
  for (let index = 0; index < calls; index++) call()
  return Math.round((process.memoryUsage().heapUsed - before) / calls)
}

function allocations(): Budget[] {
  const answer = (body: unknown): RawResponse => ({
    url: 'https://api.bilibili.com/x/web-interface/nav',
    method: 'GET',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body,
  })
  const classify = createClassifier(bilibili)
  const passing = createClassifier(bilibili, { pass: ['unauthenticated'] })
  const success = answer({ code: 0, message: '0', ttl: 1, data: { mid: 1 } })
  const failure = answer({ code: -101, message: '账号未登录', ttl: 1 })
  return [
    { name: 'bytes allocated by a success check', found: allocated(() => classify(success)), most: 1000 },
    { name: 'bytes allocated by a classification', found: allocated(() => passing(failure)), most: 1200 },
  ]
}

/** Bytes of a body that were pulled before the Response is handed on. */
async function pulled(url: string, type: string, piece: string): Promise<number> {
  const bytes = new TextEncoder().encode(piece)
  let sum = 0
  const body = new ReadableStream(
    {
      pull(stream) {
        sum += bytes.length
        stream.enqueue(bytes)
        if (sum >= 4_000_000) stream.close()
      },
    },
    { highWaterMark: 0 },
  )
  const bare = (): Promise<Response> => Promise.resolve(new Response(body, { headers: { 'content-type': type } }))
  const response = await wrapFetch(bare, [bilibili])(url)
  const found = sum
  await response.body?.cancel()
  return found
}

async function bodies(): Promise<Budget[]> {
  const judged = 'https://api.bilibili.com/x'
  const kilobyte = 'x'.repeat(1022)
  return [
    {
      name: 'bytes read of an answer that nobody judges',
      found: await pulled('https://example.com/', 'application/json', `["${kilobyte}",`),
      most: 0,
    },
    {
      name: 'bytes read of a judged event stream',
      found: await pulled(judged, 'text/event-stream', `data: ${kilobyte}\n\n`),
      most: 0,
    },
    { name: 'bytes read of a judged image', found: await pulled(judged, 'image/png', kilobyte), most: 0 },
    {
      name: 'bytes read of a judged plain text without end',
      found: await pulled(judged, 'text/plain', kilobyte),
      most: 70_000,
    },
    {
      name: 'bytes read of a judged JSON document without end',
      found: await pulled(judged, 'application/json', `{"a":"${kilobyte}",`),
      most: 70_000,
    },
  ]
}

if (process.execArgv.includes('--expose-gc')) {
  const budgets = [...imports(), ...allocations(), ...(await bodies())]
  console.table(Object.fromEntries(budgets.map(({ name, found, most }) => [name, { found, most }])))
  const exceeded = budgets.filter(({ found, most }) => !(found <= most))
  for (const { name, found, most } of exceeded) console.error(`${name}: ${found}, at most ${most}`)
  process.exitCode = exceeded.length === 0 ? 0 : 1
} else
  process.exitCode = spawnSync(process.execPath, [...flags, import.meta.filename], { stdio: 'inherit' }).status ?? 1
