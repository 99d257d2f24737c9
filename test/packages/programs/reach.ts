// Imports each of the given entries in a thread of its own, and prints which files that loads: specifier → paths below node_modules.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What an import loaded, and the names that the module has. */
export interface Reached {
  readonly files: readonly string[]
  readonly names: readonly string[]
}

async function reach(specifier: string): Promise<Reached> {
  const files: string[] = []
  registerHooks({
    load(url, context, next) {
      files.push(url.split('/node_modules/').at(-1) ?? url)
      return next(url, context)
    },
  })
  const module = (await import(specifier)) as object
  return { files, names: Object.keys(module) }
}

if (isMainThread) {
  const specifiers = JSON.parse(readFileSync(0, 'utf8')) as string[]
  const reached: Record<string, Reached> = {}
  for (const specifier of specifiers) {
    const worker = new Worker(new URL(import.meta.url), { workerData: specifier })
    ;[reached[specifier]] = (await once(worker, 'message')) as [Reached]
  }
  process.stdout.write(JSON.stringify(reached))
} else {
  const answer = await reach(workerData as string)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort?.postMessage(answer)
}
