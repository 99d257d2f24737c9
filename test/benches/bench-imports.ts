import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const rounds = 21
const packages = ['@unifault/core', '@unifault/providers/bilibili', '@unifault/providers']

/** Milliseconds that one import takes in a fresh process. */
function importMs(specifier: string, folder: string): number {
  const file = join(folder, 'import.mjs')
  writeFileSync(
    file,
    `const start = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - start)`,
  )
  return Number(execFileSync(process.execPath, [file], { encoding: 'utf8' }))
}

/**
 * An empty module beside an empty package: the difference is what Node takes to find any first package by its name.
 * The modules take turns, so that noise hits them alike.
 */
export function benchImports(): void {
  const folder = mkdtempSync(join(import.meta.dirname, 'import-'))
  const empty = join(folder, 'node_modules/empty')
  try {
    mkdirSync(empty, { recursive: true })
    writeFileSync(join(folder, 'empty.mjs'), 'export {}')
    writeFileSync(join(empty, 'package.json'), '{"name":"empty","type":"module","exports":"./index.js"}')
    writeFileSync(join(empty, 'index.js'), 'export {}')
    const names = ['./empty.mjs', 'empty', ...packages]
    const times = Array.from({ length: rounds }, () => names.map((name) => importMs(name, folder)))
    const sorted = names.map((_name, at) => times.map((round) => round[at] ?? Number.NaN).sort((a, b) => a - b))
    const ms = (at: number, rank: number): number => sorted[at]?.[rank] ?? Number.NaN
    const median = Math.floor(rounds / 2)
    const rows = names.map((name, at) => {
      const over = (rank: number): number => Number((ms(at, rank) - ms(0, rank)).toFixed(1))
      return [name, { ms: Number(ms(at, median).toFixed(1)), 'over an empty module': over(median), least: over(0) }]
    })
    console.log('\nImport in a fresh process (goal for all providers: <= 5 ms over an empty module)')
    console.table(Object.fromEntries(rows))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
