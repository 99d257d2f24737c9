import { type CatalogTable, headers } from '../read-catalog.ts'
import type { Finding, TableRule } from './rule.ts'

/** A table is UTF-8 with LF, one header of two, one line for each row, as many cells as the header has, and no escapes but three. */
export const fileForm: TableRule = {
  check({ text }: CatalogTable): Finding[] {
    const lines = text.split('\n')
    const [head = ''] = lines
    const cells = head.split('\t').length
    const found: Finding[] = []
    if (!headers.includes(head))
      found.push({ line: 1, what: `the header must be ${headers.map((one) => JSON.stringify(one)).join(' or ')}` })
    if (lines.at(-1) !== '' || lines.indexOf('', 1) !== lines.length - 1)
      found.push({ what: 'must end with one newline and have no empty line' })
    if (/\r|\uFEFF/.test(text)) found.push({ what: 'must have no CR and no byte order mark' })
    for (const [index, line] of lines.slice(1, -1).entries()) {
      if (line.split('\t').length !== cells) found.push({ line: index + 2, what: `must have ${cells} cells` })
      if (/\\(?![tn\\])/.test(line.replace(/\\\\/g, ''))) found.push({ line: index + 2, what: 'has an unknown escape' })
    }
    return found
  },
}
