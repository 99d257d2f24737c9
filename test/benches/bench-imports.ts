import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds that importing a module takes in a fresh process: the median of several. */
function importMs(specifier: string, folder: string): number {
  const file = join(folder, 'import.mjs')
  writeFileSync(
    file,
    `const start = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - start)`,
  )
  const times = Array.from({ length: 15 }, () => Number(execFileSync(process.execPath, [file], { encoding: 'utf8' })))
  return times.toSorted((a, b) => a - b)[7] ?? Number.NaN
}

export function benchImports(): void {
  const folder = mkdtempSync(join(import.meta.dirname, 'import-'))
  try {
    writeFileSync(join(folder, 'empty.mjs'), 'export {}')
    const empty = importMs('./empty.mjs', folder)
    const rows = ['@unifault/core', '@unifault/providers/bilibili', '@unifault/providers'].map((name) => {
      const ms = importMs(name, folder)
      return [name, { ms: Number(ms.toFixed(1)), 'over an empty module': Number((ms - empty).toFixed(1)) }] as const
    })
    console.log('\nImport in a fresh process (goal for all providers: <= 5 ms over an empty module)')
    console.table(Object.fromEntries(rows))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
