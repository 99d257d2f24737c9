// Our packages, as built, beside what others do with the same answers: pnpm bench:peers
// Writes docs/performance.md and docs/zh/performance.md, their charts and their data. With `--print` nothing is written.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { benchClients } from './clients.ts'
import { weigh } from './bytes.ts'
import { chartOf } from './chart.ts'
import { benchErrors } from './errors.ts'
import { pageOf, type Report } from './page.ts'
import { benchWorst } from './worst.ts'

/** Nothing is collected while allocations are counted, and the collector can be called in between. */
const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256']
const docs = join(import.meta.dirname, '../../docs')

function versions(): Record<string, string> {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { devDependencies: Record<string, string> }
  const own = Object.entries(read(join(import.meta.dirname, 'package.json')).devDependencies)
  return Object.fromEntries(
    own.filter(([name, version]) => !/^@types|^@unifault/.test(name) && !version.startsWith('link:')),
  )
}

async function report(): Promise<Report> {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    versions: versions(),
    errors: await benchErrors(),
    clients: await benchClients(),
    worst: await benchWorst(),
    weights: await weigh(),
  }
}

if (process.execArgv.includes('--expose-gc')) {
  const found = await report()
  if (!process.argv.includes('--print')) {
    writeFileSync(join(docs, 'performance.json'), `${JSON.stringify(found, undefined, 2)}\n`)
    writeFileSync(join(docs, 'performance-errors.svg'), chartOf('One answer, one error', found.errors))
    writeFileSync(join(docs, 'performance-clients.svg'), chartOf('Whole calls', found.clients))
    writeFileSync(join(docs, 'performance.md'), pageOf(found, 'en', ''))
    writeFileSync(join(docs, 'zh/performance.md'), pageOf(found, 'zh', '../'))
  }
} else {
  const { status } = spawnSync(process.execPath, [...flags, import.meta.filename, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
