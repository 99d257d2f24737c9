// Prints every regular expression of the packages that is not linear in its text: those written as literals, and those made at load.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { analyse } from 'scslre'
import { hasOverlappingRuns } from './overlapping-runs.ts'

const root = join(import.meta.dirname, '../../..')
const files = globSync('packages/*/src/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|generated/.test(file))
const found: { readonly file: string; readonly source: string; readonly flags: string }[] = []

for (const file of files) {
  const ast = parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' })
  JSON.stringify(ast, (_key, node: unknown) => {
    const literal = (node as { regex?: { pattern: string; flags: string } } | null)?.regex
    if (literal !== undefined) found.push({ file, source: literal.pattern, flags: literal.flags })
    return typeof node === 'bigint' ? 0 : node
  })
}

const literals = found.length
const made = 'made at load'
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, values: [string, string]) {
    const { source, flags } = new target(...values)
    found.push({ file: made, source, flags })
    return new target(...values)
  },
})
// The command brings the expressions of its libraries along: only its literals are read.
for (const file of files) if (!file.startsWith('packages/unifault/')) await import(join(root, file))

/** A repetition without an end of several words: when one is made of others (`has been ` of `has ` and `been `), trying is exponential. */
function repeatsAlternatives(source: string): boolean {
  const groups: boolean[] = []
  for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\)(?:[*+]|\{\d+,\})?|[(|]/gs)) {
    if (token === '(') groups.push(false)
    else if (token === '|') groups[groups.length - 1] = true
    else if (token.startsWith(')') && groups.pop() === true && token.length > 1) return true
  }
  return false
}

const offences = found.flatMap(({ file, source, flags }) => {
  const reports = analyse({ source, flags }).reports.map(({ type }) => type as string)
  if (hasOverlappingRuns(source, flags)) reports.push('overlapping runs')
  if (repeatsAlternatives(source)) reports.push('repeated alternatives')
  return reports.length === 0 ? [] : [`${file}: /${source.slice(0, 200)}/${flags} (${reports.join(', ')})`]
})
process.stdout.write(JSON.stringify({ literals, made: found.length - literals, offences }))
