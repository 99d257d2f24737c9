import { existsSync } from 'node:fs'
import { bare, ours } from './ours.ts'
import { scripts } from './scripts.ts'
import { type Outcome, type Policy, simulate, type Size } from './world.ts'

const [clients = '1000', only] = process.argv.slice(2)
const size: Size = { clients: Number(clients), seed: 1, untilMs: 90_000 }

async function peersIfInstalled(): Promise<readonly Policy[]> {
  if (!existsSync(new URL('peers/node_modules', import.meta.url))) {
    console.warn('The peers are not installed: (cd test/simulate/peers && pnpm install --ignore-workspace)')
    return []
  }
  return ((await import(`./peers/${'peers'}.ts`)) as { peers: readonly Policy[] }).peers
}

const policies = [bare, ours, ...(await peersIfInstalled())]
for (const script of scripts) {
  if (only !== undefined && only !== script.name) continue
  console.warn(`\n${script.title}`)
  for (const policy of policies) {
    const start = process.hrtime.bigint()
    const outcome: Outcome = await simulate(policy, script, size)
    const { perSecond: _, ...shown } = outcome
    console.warn(JSON.stringify(shown), Number((process.hrtime.bigint() - start) / 1_000_000n), 'ms')
  }
}
