import type { Finding, TableRule } from './rule.ts'
import { testsOf } from './when.ts'

/** Of two rows of one code it is certain which one decides: the one with more tests, or the only one that can hold. */
export const ties: TableRule = {
  check: ({ rows: all }) =>
    [...Map.groupBy(all, ({ code }) => code)].flatMap(([code, rows]) =>
      rows.flatMap((row, index) =>
        rows.slice(index + 1).flatMap((other): Finding[] => {
          const { line } = other
          if (other.when === row.when) return [{ line, what: `repeats ${code} ${JSON.stringify(row.when)}` }]
          const [a, b] = [testsOf(row), testsOf(other)]
          return a.length === b.length && canBothHold(a, b)
            ? [{ line, what: `ties with line ${row.line}: both ${row.when} and ${other.when} can hold` }]
            : []
        }),
      ),
    ),
}

/** Two sets of tests exclude each other when they ask one thing for two different plain values. */
function canBothHold(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((one) =>
    b.some((other) => {
      const [name, value] = [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]
      const otherValue = other.slice(other.indexOf('=') + 1)
      return other.startsWith(`${name}=`) && name !== 'has' && excludes(value, otherValue)
    }),
  )
}

function excludes(a: string, b: string): boolean {
  if (a === b) return false
  if (/^\dxx$/.test(a) || /^\dxx$/.test(b)) return a[0] !== b[0]
  const [headA = '', tailA] = a.split('*')
  const [headB = '', tailB] = b.split('*')
  if (tailA === undefined && tailB === undefined) return true
  if (tailA === undefined) return !(a.startsWith(headB) && a.endsWith(tailB ?? ''))
  if (tailB === undefined) return !(b.startsWith(headA) && b.endsWith(tailA))
  const heads = headA.startsWith(headB) || headB.startsWith(headA)
  const tails = tailA.endsWith(tailB) || tailB.endsWith(tailA)
  return !(heads && tails)
}
