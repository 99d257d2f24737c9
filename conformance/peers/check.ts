// Runs the packed packages with the clients and the Node that they allow, at their lowest and newest:
//   node conformance/peers/check.ts <project in which the packages are installed> [axios@1.13.2 ky@2.0.1 …]
// Versions that are named are tried one by one too, each beside the newest of the others; they are installed for that.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Clients, clients, layOut, standing } from './lay-out.ts'

const project = resolve(process.argv[2] ?? '.')
const folder = mkdtempSync(join(tmpdir(), 'unifault-peers-'))

function versionOf(place: string): string {
  return (JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string }).version
}

/** Runs the program beside some clients. */
function runs(name: string, node: string, given: Clients): boolean {
  const place = join(folder, name)
  layOut(project, place, given)
  cpSync(join(import.meta.dirname, 'program.mjs'), join(place, 'program.mjs'))
  console.log(
    Object.entries(given)
      .map(([client, from]) => `${client} ${versionOf(from)}`)
      .join(', '),
  )
  return spawnSync(node, ['program.mjs'], { cwd: place, stdio: 'inherit', timeout: 120_000 }).status === 0
}

/** A version that is named, installed by itself. */
function installed(specifier: string): Clients {
  const place = join(folder, `of-${specifier}`)
  const parameters = [
    'install',
    '--prefix',
    place,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    specifier,
  ]
  if (spawnSync('npm', parameters, { stdio: 'inherit' }).status !== 0)
    throw new Error(`${specifier} could not be installed`)
  const client = clients.find((one) => specifier.startsWith(`${one}@`))
  if (client === undefined) throw new Error(`${specifier} is no client of ours`)
  return { ...standing('newest'), [client]: join(place, 'node_modules', client) }
}

const failed: string[] = []
try {
  const oldestNode = join(import.meta.dirname, 'node_modules/.bin/node')
  if (!runs('lowest', oldestNode, standing('lowest'))) failed.push('the lowest')
  if (!runs('newest', process.execPath, standing('newest'))) failed.push('the newest')
  for (const specifier of process.argv.slice(3))
    if (!runs(specifier, process.execPath, installed(specifier))) failed.push(specifier)
} finally {
  rmSync(folder, { recursive: true })
}
if (failed.length > 0) throw new Error(`fails: ${failed.join(', ')}`)
