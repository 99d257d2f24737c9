// Installs the packed packages in empty projects, as strangers make them: pnpm check:adoption [--small] [words of a name]
// `--small` leaves out what brings hundreds of packages along: Jest, Vite with React, Next.js, Metro.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packPackages } from '../../test/packages/pack.ts'
import { type App, apps } from './apps.ts'

const folder = mkdtempSync(join(tmpdir(), 'unifault-adoption-'))
const minutes = 6

const installs = {
  npm: ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'],
  pnpm: ['npx', '-y', 'pnpm@12', 'install', '--no-frozen-lockfile', '--ignore-scripts'],
  bun: ['npx', '-y', 'bun@1.4.5', 'install', '--ignore-scripts'],
} as const

/** Runs a command to its end, or ends it and all that it started when its time is over. Returns what it printed. */
async function run(command: readonly string[], cwd: string, server: string): Promise<string> {
  const [program = '', ...parameters] = command
  const child = spawn(program, parameters, {
    cwd,
    env: {
      ...process.env,
      SERVER: server,
      CI: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: '',
      PATH: `${join(cwd, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the servers and workers that it starts end with it.
    detached: true,
  })
  let isLate = false
  const late = setTimeout(() => {
    isLate = true
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, minutes * 60_000)
  let printed = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const [status] = (await once(child, 'close')) as [number | null]
  clearTimeout(late)
  if (isLate) throw new Error(`${command.join(' ')} took more than ${minutes} minutes\n${printed.slice(-3000)}`)
  if (status !== 0) throw new Error(`${command.join(' ')} failed\n${printed.slice(-3000)}${complaints.slice(-3000)}`)
  return printed
}

function layOut(app: App, cwd: string, tarballs: ReadonlyMap<string, string>): void {
  cpSync(join(import.meta.dirname, 'apps', app.folder), cwd, { recursive: true })
  const files = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]))
  const manifest = {
    name: 'stranger',
    private: true,
    ...(app.type && { type: app.type }),
    dependencies: { ...app.dependencies, ...files },
    // The packages name each other by version, and no registry has them.
    overrides: files,
  }
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest, undefined, 2))
  if (app.manager === 'pnpm')
    writeFileSync(join(cwd, 'pnpm-workspace.yaml'), JSON.stringify({ packages: ['.'], overrides: files }))
  if (app.tsconfig) writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify(app.tsconfig, undefined, 2))
  for (const [name, text] of Object.entries(app.files ?? {})) writeFileSync(join(cwd, name), text)
}

async function adopt(app: App, tarballs: ReadonlyMap<string, string>, server: string): Promise<void> {
  const cwd = mkdtempSync(join(folder, 'project-'))
  layOut(app, cwd, tarballs)
  await run(installs[app.manager], cwd, server)
  let printed = ''
  for (const [program = '', ...parameters] of app.steps) {
    const isBun = program === 'bun' && !existsSync(join(cwd, 'node_modules/.bin/bun'))
    printed = await run(isBun ? ['npx', '-y', 'bun@1.4.5', ...parameters] : [program, ...parameters], cwd, server)
  }
  const lines = printed.split('\n')
  const missing = (app.prints ?? []).filter((line) => !lines.includes(line))
  if (missing.length > 0) throw new Error(`expected ${missing.join(' and ')}, got\n${printed}`)
  rmSync(cwd, { recursive: true })
}

const parameters = process.argv.slice(2)
const isSmall = parameters.includes('--small')
const words = parameters.filter((one) => !one.startsWith('--'))
const wanted = apps.filter(
  (app) => (!isSmall || app.isSmall) && words.every((word) => app.name.toLowerCase().includes(word.toLowerCase())),
)

const answering = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end('{"code":-101,"message":"账号未登录","ttl":1}')
}).listen(0, '127.0.0.1')
const failed: string[] = []
try {
  await once(answering, 'listening')
  const server = `http://127.0.0.1:${(answering.address() as AddressInfo).port}/x/web-interface/nav`
  const tarballs = packPackages(join(folder, 'packed'))
  for (const app of wanted)
    await adopt(app, tarballs, server).then(
      () => console.log(`${app.name}: runs`),
      (error: unknown) => {
        failed.push(app.name)
        console.error(`${app.name}: ${String(error)}`)
      },
    )
} finally {
  answering.close()
  answering.closeAllConnections()
  rmSync(folder, { recursive: true })
}
console.log(`\n${wanted.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 && wanted.length > 0 ? 0 : 1
