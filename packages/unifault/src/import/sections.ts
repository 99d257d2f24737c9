// Pages that have no table but a section for each code.
import type { Block, Heading, Row } from './blocks.ts'
import { tableOfPairs } from './blocks.ts'
import { codeForm, codeLine, isTelling } from './codes.ts'

const leastSections = 3

/** The document, with a run of sections whose titles begin with a code as one table. */
export function findCodeSections(blocks: readonly Block[]): Block[] {
  const titles = blocks.flatMap((block, index) => {
    const code = block.kind === 'heading' ? codeOf(block) : undefined
    return block.kind === 'heading' && code !== undefined
      ? [{ index, level: block.level, line: block.line, ...code }]
      : []
  })
  const byLevel = Map.groupBy(titles, ({ level }) => level)
  const taken = new Map<number, Row[]>()
  for (const list of byLevel.values()) {
    if (list.length < leastSections) continue
    const rows = list.map(({ index, line, code, rest }) => {
      const next = blocks.slice(index + 1, index + 4).find(({ kind }) => kind === 'line')
      const below = blocks[index + 1]?.kind === 'heading' || next?.kind !== 'line' ? '' : next.text
      return { line, cells: [code, rest || below] }
    })
    taken.set(list[0]!.index, rows)
  }
  return blocks.flatMap((block, index) => {
    const rows = taken.get(index)
    return rows === undefined ? [block] : [tableOfPairs(rows), block]
  })
}

function codeOf({ text }: Heading): { code: string; rest: string } | undefined {
  const plain = text.replace(/^[`"']|[`"':：]$/g, '').trim()
  if (isTelling(plain) && codeForm(plain) !== undefined) return { code: plain, rest: '' }
  return codeLine(plain)
}
