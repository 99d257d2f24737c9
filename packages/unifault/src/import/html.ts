import { type AnyNode, type Element, isComment, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { type Block, type Row, tableOfPairs, tidy } from './blocks.ts'

const blockNames: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figure footer form header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'button'])
const leads: ReadonlySet<string> = new Set(['code', 'strong', 'b', 'kbd', 'tt', 'samp'])
/** Elements in elements beyond this are not looked at: no page is so deep. */
const deepest = 200
/** A cell that spans more is a mistake, or meant to be one. */
const widestSpan = 40
const tallestSpan = 1000
const mostCells = 1_000_000

/**
 * The headings, tables and lines of an HTML page. A comment `line:5` tells that what follows stood on line 5 of the
 * document that the HTML was made from.
 */
export function readHtml(html: string): Block[] {
  const root = parseDocument(html, { withStartIndices: true, withEndIndices: true })
  const lineOf = lineCounter(html)
  const blocks: Block[] = []
  let text = ''
  let textLine = 1
  let pairs: Row[] = []

  const flushPairs = (): void => {
    if (pairs.length > 0) blocks.push(tableOfPairs(pairs))
    pairs = []
  }
  const flush = (): void => {
    const line = tidy(text)
    text = ''
    if (line === '') return
    flushPairs()
    blocks.push({ kind: 'line', line: textLine, text: line })
  }
  const pair = (row: Row): void => {
    flush()
    pairs.push(row)
  }

  function walk(node: AnyNode, depth: number): void {
    if (depth > deepest) return
    if (isComment(node)) return lineOf.mark(node.data, (node.endIndex ?? 0) + 1)
    if (isText(node)) {
      if (tidy(text) === '') textLine = lineOf.at(node, node.data)
      text += node.data
      return
    }
    if (!isTag(node)) {
      if ('children' in node) for (const child of node.children) walk(child, depth + 1)
      return
    }
    const { name } = node
    if (silent.has(name)) return
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (level !== undefined) {
      flush()
      flushPairs()
      blocks.push({ kind: 'heading', line: lineOf.at(node), level: Number(level), text: textOf(node) })
    } else if (name === 'br') flush()
    else if (name === 'table' && !hasInside(node, 'table')) {
      flush()
      flushPairs()
      blocks.push({ kind: 'table', line: lineOf.at(node), ...grid(node, lineOf.at) })
    } else if (name === 'pre') preformatted(node)
    else if (name === 'li' && !hasInside(node, 'table', 'ul', 'ol', 'pre', 'dl')) item(node)
    else if (name === 'dl' && !hasInside(node, 'table', 'dl')) definitions(node)
    else {
      const isBlock = blockNames.has(name)
      if (isBlock) flush()
      for (const child of node.children) walk(child, depth + 1)
      if (isBlock) flush()
    }
  }

  function preformatted(node: Element): void {
    flush()
    flushPairs()
    const first = lineOf.at(node)
    rawText(node)
      .split('\n')
      .forEach((line, index) => blocks.push({ kind: 'line', line: first + index, text: line.trimEnd() }))
  }

  /** `<li><code>40001</code>: expired</li>` is a pair; any other item is a line. */
  function item(node: Element): void {
    flush()
    const lead = leadOf(node)
    const whole = textOf(node)
    const line = lineOf.at(node)
    if (lead === undefined || !whole.startsWith(lead) || lead === whole) {
      flushPairs()
      whole.split('\n').forEach((one, index) => blocks.push({ kind: 'line', line: line + index, text: one }))
    } else pair({ line, cells: [lead.replace(/[:：]$/, ''), afterLead(whole.slice(lead.length))] })
  }

  function definitions(node: Element): void {
    flush()
    flushPairs()
    let terms: Element[] = []
    const parts = node.children.flatMap((child) => (isTag(child) && child.name === 'div' ? child.children : [child]))
    for (const part of parts) {
      if (!isTag(part)) continue
      if (part.name === 'dt') terms.push(part)
      else if (part.name === 'dd') {
        for (const term of terms) pair({ line: lineOf.at(term), cells: [textOf(term), textOf(part)] })
        terms = []
      }
    }
    flushPairs()
  }

  walk(root, 0)
  flush()
  flushPairs()
  return blocks
}

/** What stands between a code and its text: a colon, a dash, an arrow. */
export function afterLead(text: string): string {
  return tidy(text.replace(/^[\s:：,，.。–—=>→-]+/, ''))
}

function leadOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (isText(child) && child.data.trim() === '') continue
    if (isTag(child) && child.name === 'p') return leadOf(child)
    if (!isTag(child) || !leads.has(child.name)) return undefined
    return textOf(child) || undefined
  }
  return undefined
}

function hasInside(node: Element, ...names: string[]): boolean {
  const waiting: AnyNode[] = [...node.children]
  for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
    if (!isTag(child)) continue
    if (names.includes(child.name)) return true
    waiting.push(...child.children)
  }
  return false
}

function rawText(node: AnyNode, depth = 0): string {
  if (isText(node)) return node.data
  if (depth > deepest || !('children' in node) || (isTag(node) && silent.has(node.name))) return ''
  if (isTag(node) && node.name === 'br') return '\n'
  const inside = node.children.map((child) => rawText(child, depth + 1)).join('')
  return isTag(node) && blockNames.has(node.name) ? `\n${inside}\n` : inside
}

/** The text of a cell: paragraphs and line breaks are separated by one line feed. */
function textOf(node: AnyNode): string {
  return rawText(node)
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n')
}

/** The rows of a table, with every cell at each place that it spans. */
function grid(table: Element, at: (node: AnyNode) => number): { captions: number | undefined; rows: Row[] } {
  const found: Element[] = []
  const collect = (node: Element): void => {
    for (const child of node.children)
      if (isTag(child)) {
        if (child.name === 'tr') found.push(child)
        else if (['thead', 'tbody', 'tfoot'].includes(child.name)) collect(child)
      }
  }
  collect(table)
  const rows: Row[] = []
  /** Column → what reaches down into the next rows. */
  let hanging = new Map<number, { text: string; left: number }>()
  let captions = 0
  let cellCount = 0
  for (const tr of found) {
    const cells: string[] = []
    const below = new Map<number, { text: string; left: number }>()
    const own = tr.children.filter((child) => isTag(child)).filter(({ name }) => name === 'td' || name === 'th')
    const takeHanging = (): void => {
      for (let over = hanging.get(cells.length); over !== undefined; over = hanging.get(cells.length)) {
        if (over.left > 1) below.set(cells.length, { text: over.text, left: over.left - 1 })
        hanging.delete(cells.length)
        cells.push(over.text)
      }
    }
    for (const cell of own) {
      takeHanging()
      const text = textOf(cell)
      const wide = span(cell.attribs['colspan'], widestSpan)
      const tall = span(cell.attribs['rowspan'], tallestSpan)
      for (let column = 0; column < wide; column++) {
        if (tall > 1) below.set(cells.length, { text, left: tall - 1 })
        cells.push(text)
      }
    }
    takeHanging()
    hanging = below
    if ((cellCount += cells.length) > mostCells) break
    const isCaption = own.length > 0 && own.every(({ name }) => name === 'th')
    const isHead = isTag(tr.parent ?? tr) && (tr.parent as Element).name === 'thead'
    if (rows.length === captions && (isCaption || isHead)) captions++
    if (cells.length > 0) rows.push({ line: at(tr), cells })
  }
  return { captions: captions > 0 ? captions : undefined, rows }
}

function span(value: string | undefined, most: number): number {
  const number = Number(value)
  return Number.isInteger(number) && number > 1 ? Math.min(number, most) : 1
}

/** Index → line. `data-line` on a row, and a comment before a piece, count in another document. */
function lineCounter(html: string): {
  at: (node: AnyNode, text?: string) => number
  mark: (data: string, from: number) => void
} {
  const starts = [0]
  for (let index = html.indexOf('\n'); index >= 0; index = html.indexOf('\n', index + 1)) starts.push(index + 1)
  let shift = 0
  const plain = (index: number): number => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle
    }
    return low + 1
  }
  return {
    at(node, text = '') {
      for (let one: AnyNode | null = node; one !== null; one = one.parent) {
        const given = isTag(one) ? one.attribs['data-line'] : undefined
        if (given !== undefined) return Number(given)
      }
      const lead = /^\s*/.exec(text)?.[0].length ?? 0
      return plain((node.startIndex ?? 0) + lead) + shift
    },
    mark(data, from) {
      const given = /^line:(\d+)$/.exec(data)?.[1]
      if (given !== undefined) shift = Number(given) - plain(from)
    },
  }
}
