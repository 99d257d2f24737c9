// Prints how many bytes one error of ky keeps alive beside a large request and a large answer. Run with --expose-gc.
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import ky from 'ky'

const size = 1_000_000
const more = 16
const url = 'https://api.bilibili.com/x'
const filled = (index: number): string => Buffer.alloc(size, `${index}-abcdefghij `).toString()

type Api = ReturnType<typeof ky.create>
const inBody = (): Promise<Response> => Promise.resolve(Response.json({ code: -101, message: 'x' }))

/** How ky is made, what answers, and how it is read. */
const kinds: Record<string, (index: number, json: unknown) => Promise<unknown>> = {
  'a failed status': (index, json) => {
    const body = { code: -101, message: 'x', rest: filled(index) }
    return wrapped(() => Promise.resolve(Response.json(body, { status: 401 }))).post(url, { json })
  },
  'an error in a body': (_index, json) => wrapped(inBody).post(url, { json }),
  'an error that is parsed': (_index, json) => wrapped(inBody, 'parseJson').post(url, { json }).json(),
  'no answer': (_index, json) => wrapped((...request) => fetch(...request)).post('http://127.0.0.1:1', { json }),
}

function wrapped(fetch: typeof globalThis.fetch, mode?: 'parseJson'): Api {
  return wrapKy(ky.create({ retry: 0, fetch }), bilibili, { mode })
}

const collect = (globalThis as { gc?: () => void }).gc
if (collect === undefined) throw new Error('run with --expose-gc')

async function inUse(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 20))
  for (let round = 0; round < 4; round++) collect?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const kept: Record<string, number> = {}
for (const [kind, call] of Object.entries(kinds)) {
  const errors: unknown[] = []
  const grow = async (to: number): Promise<number> => {
    while (errors.length < to) {
      const index = errors.length
      errors.push(await call(index, { content: filled(index) }).catch((error: unknown) => error))
    }
    return inUse()
  }
  const before = await grow(3)
  kept[kind] = Math.round(((await grow(3 + more)) - before) / more)
}
process.stdout.write(JSON.stringify(kept))
