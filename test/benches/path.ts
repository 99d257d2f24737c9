// How many source files one error of an axios 200 body runs through, and how many and how long the source files are.
// A file counts when one of its functions runs during the call; module top levels, types and tables don't.
import { readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { relative, resolve } from 'node:path'
import { installApiErrors } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'

const packages = resolve(import.meta.dirname, '../../packages')
const most = { filesOnPath: 16, lines: 300 }

/** The built files of which a function ran while a call was made. */
async function filesRun(call: () => Promise<unknown>): Promise<string[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await session.post('Profiler.takePreciseCoverage') // what ran before
  await call()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return result
    .filter(({ url, functions }) => {
      const isOurs = /\/packages\/[^/]+\/(?:dist|src)\//.test(url)
      // The function that starts at 0 is the module itself.
      return isOurs && functions.some(({ ranges: [whole] }) => whole && whole.startOffset > 0 && whole.count > 0)
    })
    .map(({ url }) => url.replace(/^.*\/packages\//, ''))
    .toSorted()
}

/** The source files of core and the adapters, with their numbers of lines. */
function sources(): { readonly file: string; readonly lines: number }[] {
  return ['core', 'axios', 'ky', 'fetch', 'neverthrow'].flatMap((name) =>
    readdirSync(resolve(packages, name, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.c?ts$/.test(entry.name) && !/\.test(?:-d)?\.ts$/.test(entry.name))
      .map((entry) => {
        const path = resolve(entry.parentPath, entry.name)
        return { file: relative(packages, path), lines: readFileSync(path, 'utf8').split('\n').length - 1 }
      }),
  )
}

const api = axios.create({
  adapter: (config) =>
    Promise.resolve({
      data: { code: -101, message: 'not signed in' },
      status: 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json' },
      config,
      request: {},
    }),
})
installApiErrors(api, bilibili)
const run = await filesRun(async () => {
  const error: unknown = await api.get('https://api.bilibili.com/x/web-interface/nav').catch((reason: unknown) => reason)
  if ((error as { code?: unknown }).code !== '-101') throw new Error('the call did not end in the error', { cause: error })
})
const all = sources()
const long = all.filter(({ lines }) => lines > most.lines)
const lines = all.reduce((sum, one) => sum + one.lines, 0)
console.log(`One error of an axios 200 body runs through ${run.length} files (at most ${most.filesOnPath}):`)
for (const file of run) console.log(`  ${file}`)
console.log(`Core and adapters: ${all.length} files, ${lines} lines; longer than ${most.lines} lines: ${long.length}`)
for (const { file, lines: length } of long) console.log(`  ${file} ${length}`)
if (run.length === 0 || run.length > most.filesOnPath || long.length > 0) process.exitCode = 1
