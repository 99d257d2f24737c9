// How well `import` proposes reasons where the words have learned nothing of a provider: each argument is one provider, or
// several with a comma that are left out together. `node --conditions=unifault-source packages/unifault/scripts/evaluate-proposals.ts bilibili ct189,baidu`
// Without arguments each provider is left out, a fifth of them at a time, and none counts for more than 500 rows.
import { categoryOf } from '@unifault/core'
import { readCatalog } from '../../providers/scripts/read-catalog.ts'
import { wordsWithout } from '../../providers/scripts/words/words-without.ts'
import { propose } from '../src/import/propose.ts'

const mostRows = 500
const parts = 5

interface Judged {
  readonly isDoubtful: boolean
  readonly isReason: boolean
  readonly isCategory: boolean
}

const tables = readCatalog()

function judged(providers: readonly string[], most: number): Judged[] {
  const words = wordsWithout(providers)
  return providers.flatMap((id) => {
    const rows = tables
      .filter(({ provider }) => provider === id)
      .flatMap((table) => table.rows)
      .filter(({ code, when, reason }) => when === '' && reason !== 'unknown' && !code.includes('*'))
    const step = Math.max(rows.length / most, 1)
    return rows
      .filter((_row, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
      .map(({ code, zh, en, fixZh = '', fixEn = '', reason: right }) => {
        const entry = { line: 1, code, zh, en, fixZh, fixEn, status: undefined, name: '', isName: false, aside: '' }
        const { reason, isDoubtful } = propose(entry, words)
        return {
          isDoubtful,
          isReason: reason === right,
          isCategory: (categoryOf(reason) ?? reason) === (categoryOf(right) ?? right),
        }
      })
  })
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % of ${whole}`

function show(name: string, read: readonly Judged[]): void {
  const sure = read.filter(({ isDoubtful }) => !isDoubtful)
  console.table({
    [name]: {
      category: share(read.filter(({ isCategory }) => isCategory).length, read.length),
      reason: share(read.filter(({ isReason }) => isReason).length, read.length),
      'not doubtful': share(sure.length, read.length),
      'category, not doubtful': share(sure.filter(({ isCategory }) => isCategory).length, sure.length),
      'reason, not doubtful': share(sure.filter(({ isReason }) => isReason).length, sure.length),
    },
  })
}

for (const argument of process.argv.slice(2)) show(argument, judged(argument.split(','), Infinity))
if (process.argv.length === 2) {
  const ids = [...new Set(tables.map(({ provider }) => provider))]
  const groups = Array.from({ length: parts }, (_one, part) => ids.filter((_id, index) => index % parts === part))
  show(
    'each left out',
    groups.flatMap((group) => judged(group, mostRows)),
  )
}
