// Bars of a few tables as one SVG, readable in the light and in the dark.
import type { Row, Table } from './measure.ts'

const size = { width: 760, left: 210, right: 120, bar: 15, step: 19, head: 30 }

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Nanoseconds as a person reads them. */
export function duration(ns: number): string {
  return ns >= 1000 ? `${(ns / 1000).toFixed(ns >= 10_000 ? 0 : 1)} µs` : `${ns} ns`
}

function barsOf(rows: readonly Row[], top: number): string {
  const most = Math.max(...rows.map(({ ns }) => ns))
  return rows
    .map(({ name, ns, ratio }, at) => {
      const y = top + size.head + at * size.step
      const length = ((size.width - size.left - size.right) * ns) / most
      const own = name.includes('unifault') ? ' own' : ''
      return [
        `<text x="${size.left - 8}" y="${y + 11}" text-anchor="end">${escaped(name)}</text>`,
        `<rect x="${size.left}" y="${y}" width="${Math.max(1, length).toFixed(1)}" height="${size.bar}" class="bar${own}"/>`,
        `<text x="${(size.left + length + 6).toFixed(1)}" y="${y + 11}">${duration(ns)} · ${ratio} ×</text>`,
      ].join('')
    })
    .join('\n')
}

/** A panel for each table, a bar for each row. */
export function chartOf(title: string, tables: readonly Table[]): string {
  let top = 0
  const panels = tables.map((table) => {
    const panel = `<text x="0" y="${top + 18}" class="title">${escaped(table.title)}</text>\n${barsOf(table.rows, top)}`
    top += size.head + table.rows.length * size.step + 16
    return panel
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${top}" font-family="system-ui, sans-serif" font-size="11">
<title>${escaped(title)}</title>
<style>text{fill:#333}.title{font-weight:600;font-size:13px}.bar{fill:#b9c0c9}.own{fill:#1f7a5c}
@media (prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#59626d}.own{fill:#4cc39a}}</style>
${panels.join('\n')}
</svg>
`
}
