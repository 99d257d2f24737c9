import { ofRows, type TableRule } from './rule.ts'
import { isPublishedList } from './sources.ts'

/** A text says more than the code. A row made by hand has both languages, one of a published list at least the published one. */
export const texts: TableRule = {
  check: ofRows(({ code, zh, en, source }) => {
    const needsBoth = !source.split('; ').some(isPublishedList)
    const needed = needsBoth || (zh === '' && en === '') ? [zh, en] : [zh, en].filter((text) => text !== '')
    return needed.filter((text) => text.trim() === '' || text.trim() === code).map(() => 'says no more than the code')
  }),
}
