// Bundles the packed packages by four bundlers: what the bundles weigh, and that they hold nothing that is not used.
//   node conformance/bundlers/check.ts <project in which the packages are installed>
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Bundle, bundlers } from './bundlers.ts'
import { cases, leftOut, programOf } from './cases.ts'
import { markersOf, modulesIn } from './markers.ts'

const project = resolve(process.argv[2] ?? '.')
const markers = markersOf(project)
const faults: string[] = []

async function bundled(name: string, of: Parameters<typeof programOf>[0], bundle: Bundle): Promise<string> {
  const program = join(project, `${name.replaceAll(/[^a-z]+/gi, '-')}.js`)
  writeFileSync(program, programOf(of))
  return bundle(program)
}

function kB(code: string): number {
  return gzipSync(code, { level: 9 }).length / 1000
}

/** What a bundle holds without need. */
function needless(code: string, holds: RegExp | undefined): string[] {
  return modulesIn(code, markers).filter(
    (file) => leftOut.some((one) => one.test(`/${file}`)) && holds?.test(`/${file}`) !== true,
  )
}

for (const pattern of leftOut)
  assert.ok(
    [...markers].some(([file, texts]) => pattern.test(`/${file}`) && texts.length > 0),
    `no module is like ${pattern}, or none has a text by which it is known`,
  )

const rows: Record<string, Record<string, string>> = {}
for (const one of cases) {
  const { name, aim, limit, over, holds } = one
  const row: Record<string, string> = {}
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    const code = await bundled(name, one, bundle)
    const base = over === undefined ? 0 : Number(rows[over]?.[bundler])
    const size = kB(code) - base
    row[bundler] = size.toFixed(2)
    if (limit !== undefined && size > limit)
      faults.push(`${name}, by ${bundler}: ${size.toFixed(2)} kB, and at most ${limit} kB are promised`)
    for (const file of needless(code, holds)) faults.push(`${name}, by ${bundler}: holds ${file}`)
  }
  rows[over === undefined ? name : `${name}, over ${over}`] = { ...row, aim: `${aim ?? ''}`, limit: `${limit ?? ''}` }
}
console.log('\nWhat bundles weigh: kB, minified, gzip -9, the clients left out')
console.table(rows)

// One provider brings nothing of another. Vite and webpack, which take long, do the ones that are made otherwise than most.
const providers = [...markers.keys()]
  .filter((file) => /^providers\/dist\/[^/]+$/.test(file))
  .map((file) => basename(file, '.js'))
  .filter((id) => !['index', 'generic', 'openai-compatible', 'multipart', 'words'].includes(id))
  .sort()
const slow = ['baidu', 'bybit', 'github', 'openai', 'paypal']
let count = 0
for (const [bundler, bundle] of Object.entries(bundlers))
  for (const id of bundler === 'Vite' || bundler === 'webpack' ? slow : providers) {
    const code = await bundled(id, { uses: { [`@unifault/providers/${id}`]: '* as provider' } }, bundle)
    count++
    const own = new RegExp(
      `/providers/dist/(?:(?:generated/)?${id}[/.]|(?:openai-compatible|multipart)\\.js)|/core/dist/(?:readers|protocols)\\.js#`,
    )
    for (const file of needless(code, own)) faults.push(`${id}, by ${bundler}: holds ${file}`)
  }
console.log(`One provider alone: ${providers.length} providers, ${count} bundles`)

// Options and definitions are checked while one develops, and wherever nobody says that it is production.
for (const [bundler, bundle] of Object.entries(bundlers)) {
  const uses = { '@unifault/axios': 'installApiErrors', '@unifault/core': 'defineProvider' }
  const held = modulesIn(
    await bundled('in development', { uses }, (program) => bundle(program, 'development')),
    markers,
  )
  for (const file of ['core/dist/checks.js', 'core/dist/check.js', 'core/dist/check-provider.js'])
    if (!held.includes(file)) faults.push(`in development, by ${bundler}: does not hold ${file}`)
}

for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
