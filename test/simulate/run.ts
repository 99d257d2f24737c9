import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { bare, ours } from './ours.ts'
import { chartOf, type Row, tablesOf } from './report.ts'
import { scripts } from './scripts.ts'
import { type Policy, simulate, type Size } from './world.ts'

/**
 * `pnpm simulate [clients] [script]`: all worlds, all policies. A whole run of 1,000 clients writes docs/simulation.md and its chart,
 * provided that the peers are installed.
 */

const [clients = '1000', only] = process.argv.slice(2)
const size: Size = { clients: Number(clients), seed: 1, untilMs: 90_000 }

async function peersIfInstalled(): Promise<readonly Policy[]> {
  if (!existsSync(new URL('peers/node_modules', import.meta.url))) {
    console.warn('Without the peers. To install them: pnpm --dir test/simulate/peers --ignore-workspace install')
    return []
  }
  // Not followed by the type checker: they are not part of the workspace.
  const path = './peers/peers.ts'
  return ((await import(path)) as { peers: readonly Policy[] }).peers
}

const peers = await peersIfInstalled()
const rows: Row[] = []
for (const script of scripts) {
  if (only !== undefined && only !== script.name) continue
  const outcomes = []
  for (const policy of [bare, ours, ...peers]) outcomes.push(await simulate(policy, script, size))
  rows.push({ script, outcomes })
  console.warn(`\n${script.title}`)
  for (const { policy, requests, successes, wasted, sendings, recoveryMs } of outcomes)
    console.warn(
      `  ${policy.padEnd(20)} ${successes} of ${requests} succeeded, ${wasted} of ${sendings} wasted, ${recoveryMs / 1000} s`,
    )
}

if (only === undefined && clients === '1000' && peers.length > 0) {
  const docs = new URL('../../docs/', import.meta.url)
  mkdirSync(docs, { recursive: true })
  writeFileSync(new URL('simulation.md', docs), tablesOf(rows, size))
  writeFileSync(new URL('simulation.svg', docs), chartOf(rows))
}
