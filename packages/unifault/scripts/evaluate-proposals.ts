// How well `import` proposes reasons where the words have learned nothing of a provider: each argument is one provider, or
// several with a comma that are left out together. `node --conditions=unifault-source packages/unifault/scripts/evaluate-proposals.ts bilibili ct189,baidu`
import { categoryOf } from '@unifault/core'
import { readCatalog } from '../../providers/scripts/read-catalog.ts'
import { wordsWithout } from '../../providers/scripts/words/words-without.ts'
import { propose } from '../src/import/propose.ts'

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} % of ${whole}`

for (const argument of process.argv.slice(2)) {
  const providers = argument.split(',')
  const words = wordsWithout(providers)
  const read = readCatalog()
    .filter(({ provider }) => providers.includes(provider))
    .flatMap(({ rows }) => rows)
    .filter(({ code, when, reason }) => when === '' && reason !== 'unknown' && !code.includes('*'))
    .map(({ code, zh, en, fixZh = '', fixEn = '', reason: right }) => {
      const entry = { line: 1, code, zh, en, fixZh, fixEn, status: undefined, name: '', isName: false, aside: '' }
      const { reason, isDoubtful } = propose(entry, words)
      return {
        isDoubtful,
        isReason: reason === right,
        isCategory: (categoryOf(reason) ?? reason) === (categoryOf(right) ?? right),
      }
    })
  const sure = read.filter(({ isDoubtful }) => !isDoubtful)
  console.table({
    [argument]: {
      category: share(read.filter(({ isCategory }) => isCategory).length, read.length),
      reason: share(read.filter(({ isReason }) => isReason).length, read.length),
      'category, not doubtful': share(sure.filter(({ isCategory }) => isCategory).length, sure.length),
      'reason, not doubtful': share(sure.filter(({ isReason }) => isReason).length, sure.length),
    },
  })
}
