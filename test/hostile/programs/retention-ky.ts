// Prints how many bytes one error of ky keeps alive beside a large request and a large answer. Run with --expose-gc.
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import ky from 'ky'

const size = 1_000_000
const more = 16
const url = 'https://api.bilibili.com/x'
const filled = (index: number): string => Buffer.alloc(size, `${index}-abcdefghij `).toString()

const answers: Record<string, (index: number) => Response> = {
  'a failed status': (index) => Response.json({ code: -101, message: 'x', rest: filled(index) }, { status: 401 }),
  'an error in a body': () => Response.json({ code: -101, message: 'x' }),
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
for (const [kind, answer] of Object.entries(answers)) {
  const errors: unknown[] = []
  const grow = async (to: number): Promise<number> => {
    while (errors.length < to) {
      const index = errors.length
      const api = wrapKy(ky.create({ retry: 0, fetch: () => Promise.resolve(answer(index)) }), bilibili)
      errors.push(await api.post(url, { json: { content: filled(index) } }).catch((error: unknown) => error))
    }
    return inUse()
  }
  const before = await grow(3)
  kept[kind] = Math.round(((await grow(3 + more)) - before) / more)
}
process.stdout.write(JSON.stringify(kept))
