import { checkWhen } from '../../../core/src/check-provider.ts'
import type { CatalogRow } from '../read-catalog.ts'
import { ofRows, type TableRule } from './rule.ts'

/** The separate tests of a row's `when`; `message=` takes the rest. */
export function testsOf({ when }: Pick<CatalogRow, 'when'>): string[] {
  const start = when.startsWith('message=') ? 0 : when.indexOf(' message=')
  const plain = start < 0 ? when : when.slice(0, start)
  return [...plain.split(' ').filter((test) => test !== ''), ...(start < 0 ? [] : [when.slice(start).trimStart()])]
}

/** A `when` is made of known tests, separated by one space. */
export const when: TableRule = {
  check: ofRows((row) => {
    try {
      checkWhen(row.when)
      return testsOf(row).join(' ') === row.when ? [] : ['must separate the tests of `when` by one space']
    } catch (error) {
      return [(error as Error).message]
    }
  }),
  fix: (rows) => rows.map((row) => ({ ...row, when: testsOf(row).join(' ') })),
}
