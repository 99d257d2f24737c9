#!/usr/bin/env node
import process from 'node:process'

// An older Node would fail somewhere in the middle, as if by a defect: package managers only warn. So what needs a newer one is loaded later.
if (typeof Map.groupBy === 'function' && typeof Promise.withResolvers === 'function') {
  const { run } = await import('./program.ts')
  const exitCode = await run(process.argv.slice(2))
  process.exitCode ??= exitCode
} else {
  process.stderr.write(`unifault: needs Node 22.12 or newer; this is ${process.version}\n`)
  process.exitCode = 2
}
