import type { Script } from './scripts.ts'
import type { Outcome, Size } from './world.ts'

/** One world, and what became of each policy in it. */
export interface Row {
  readonly script: Script
  readonly outcomes: readonly Outcome[]
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
const per100 = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1)

/** The tables, as Markdown. */
export function tablesOf(rows: readonly Row[], { clients, seed, untilMs }: Size): string {
  const tables = rows.map(({ script, outcomes }) =>
    [
      `### ${script.title}\n`,
      '| | succeeded | wasted per 100 requests | sent per success | back to normal after | fairness | refreshes |',
      '|---|--:|--:|--:|--:|--:|--:|',
      ...outcomes.map(({ policy, requests, successes, wasted, sendings, recoveryMs, fairness, refreshes }) => {
        const cells = [
          share(successes, requests),
          per100(wasted, requests),
          (sendings / successes).toFixed(2),
          `${(recoveryMs / 1000).toFixed(1)} s`,
          fairness.toFixed(3),
          String(refreshes),
        ]
        return `| ${policy === 'unifault' ? `**${policy}**` : policy} | ${cells.join(' | ')} |`
      }),
    ].join('\n'),
  )
  return `# A simulated world

${clients.toLocaleString('en')} clients, each with a recoverer of its own and a request every 2 s on average, for ${untilMs / 1000} s of a virtual clock
(seed ${seed}). Every policy meets the same requests and the same faults. \`pnpm simulate\` makes this page.

- **succeeded**: of the requests that were made, those that came to their answer in the end. A held request may take long.
- **wasted**: sendings that an error answered.
- **back to normal**: from the end of the trouble to the end of the last request that failed or took longer than a second.
- **fairness**: Jain's index over the successes of the clients; 1 is equal.

\`none\` sends once. \`unifault\` has its defaults: \`repeat()\`, \`coolDown()\`, \`refresh({ … })\`. The others have their defaults, or what their
README recommends, with 3 retries where the number has to be said; \`cockatiel + breaker\` adds its circuit breaker (5 failures, 10 s).
None of them knows of tokens: around each stands what most people write, one refresh at a time after a 401 and one more sending.
None of them sees an error in a body under HTTP 200.

![Wasted sendings and successes in each world](simulation.svg)

${tables.join('\n\n')}
`
}

const width = 930
const panel = { width: 290, height: 196, left: 118, bar: 15, step: 18 }

/** A chart: a panel for each world, a bar for each policy. */
export function chartOf(rows: readonly Row[]): string {
  const columns = Math.floor(width / panel.width)
  const height = Math.ceil(rows.length / columns) * panel.height + 10
  const panels = rows.map(({ script, outcomes }, index) => {
    const x = (index % columns) * (panel.width + 10)
    const y = Math.floor(index / columns) * panel.height
    const most = Math.max(...outcomes.map(({ wasted }) => wasted))
    const bars = outcomes.map(({ policy, wasted, successes, requests }, row) => {
      const length = (panel.width - panel.left - 64) * (wasted / most)
      const top = 24 + row * panel.step
      const isOurs = policy === 'unifault'
      return [
        `<text x="${panel.left - 6}" y="${top + 11}" text-anchor="end"${isOurs ? ' class="ours"' : ''}>${policy}</text>`,
        `<rect x="${panel.left}" y="${top}" width="${length.toFixed(1)}" height="${panel.bar}" class="${isOurs ? 'bar own' : 'bar'}"/>`,
        `<text x="${(panel.left + length + 4).toFixed(1)}" y="${top + 11}">${per100(wasted, requests)} · ${share(successes, requests)}</text>`,
      ].join('')
    })
    return `<g transform="translate(${x} ${y})"><text x="0" y="14" class="title">${script.title}</text>${bars.join('')}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="10">
<title>Wasted sendings per 100 requests (bar and number) and the share of requests that succeeded</title>
<style>text{fill:#333}.title{font-weight:600;font-size:12px}.ours{font-weight:600}.bar{fill:#b9c0c9}.own{fill:#1f7a5c}
@media (prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#59626d}.own{fill:#4cc39a}}</style>
${panels.join('\n')}
</svg>
`
}
