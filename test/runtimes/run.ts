// Runs the conformance program on every runtime that can be had here:  pnpm test:runtimes
// The runtimes are installed when they are first asked for, into a folder of the system's for temporary files, since together
// they weigh more than all else here. What is missing is told, and skipped.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packPackages } from '../packages/pack.ts'
import { bundle } from './bundle.ts'
import { inChromium } from './in-chromium.ts'
import { type Runtime, runtimes } from './runtimes.ts'
import type { Report } from './conformance.ts'
import { serveAnswers } from './serve-answers.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const store = join(tmpdir(), 'unifault-runtimes')
const folder = mkdtempSync(join(tmpdir(), 'unifault-conformance-'))
const clients = ['axios', 'ky', 'neverthrow'] as const

/** Installs packages by name and version below a folder; nothing of theirs is run. */
async function install(prefix: string, ...specifiers: readonly string[]): Promise<void> {
  mkdirSync(prefix, { recursive: true })
  const options = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--force', '--loglevel=error']
  await run('npm', ['install', '--prefix', prefix, ...options, ...specifiers], { cwd: prefix, timeout: 300_000 })
}

/** The packages as they are published, and the clients, in a project of their own. */
async function installPackages(): Promise<void> {
  const tarballs = packPackages(join(folder, 'packed')).values()
  const { default: installed } = (await import(join(root, 'test/package.json'), { with: { type: 'json' } })) as {
    default: { dependencies: Record<string, string> }
  }
  const missing = clients.filter((client) => !(client in installed.dependencies))
  if (missing.length > 0) throw new Error(`not a dependency: ${missing.join(', ')}`)
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  await install(folder, ...tarballs, ...clients)
}

async function binaryOf(runtime: Runtime): Promise<string> {
  if (runtime.package === undefined) throw new Error(`there is none for ${process.platform} ${process.arch}`)
  const prefix = join(store, `${runtime.name}-${runtime.version}`)
  const binary = join(prefix, 'node_modules', runtime.package, runtime.binary)
  if (!existsSync(binary)) await install(prefix, `${runtime.package}@${runtime.version}`)
  if (!existsSync(binary)) throw new Error('its package has no binary')
  return binary
}

function readReport(output: string): Report {
  const line = output.split('\n').findLast((one) => one.includes('{"passed"'))
  if (line === undefined) throw new Error(output.slice(-1000))
  return JSON.parse(line.slice(line.indexOf('{"passed"'), line.lastIndexOf('}') + 1)) as Report
}

async function reportOf(binary: string, { parameters }: Runtime, server: string): Promise<Report> {
  const env = { PATH: process.env['PATH'], HOME: folder, SERVER: server, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }
  const { stdout, stderr } = await run(binary, [...parameters], { cwd: folder, env, timeout: 60_000 }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  )
  return readReport(`${stdout}\n${stderr}`)
}

const server = await serveAnswers()
let failures = 0
const skipped: string[] = []

function tell(name: string, { passed, failed }: Report): void {
  failures += failed.length
  console.log(`${name}: ${passed} passed, ${failed.length} failed`)
  for (const one of failed) console.log(`  ${one}`)
}

try {
  await installPackages()
  await bundle(folder, server.url)
  for (const runtime of runtimes) {
    const name = `${runtime.name} ${runtime.version}`
    let binary: string
    try {
      binary = await binaryOf(runtime)
    } catch (error) {
      skipped.push(`${name}: it could not be installed (${String(error).slice(0, 200)})`)
      continue
    }
    tell(name, await reportOf(binary, runtime, server.url))
  }
  const chromium = await inChromium(folder, store, server.url, install)
  if (typeof chromium === 'string') skipped.push(chromium)
  else tell('Chromium', chromium)
} finally {
  server.close()
  rmSync(folder, { recursive: true })
}
for (const one of skipped) console.log(`skipped, ${one}`)
process.exitCode = failures === 0 ? 0 : 1
