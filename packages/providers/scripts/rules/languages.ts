import { ofRows, type TableRule } from './rule.ts'

const han = /\p{Script=Han}/u

/** What stands in a column is of its language. */
export const languages: TableRule = {
  check: ofRows(({ zh, en, fixZh = '', fixEn = '' }) => [
    ...[zh, fixZh].filter((text) => text !== '' && !han.test(text)).map(() => 'has no Han character in zh'),
    ...[en, fixEn].filter((text) => han.test(text)).map(() => 'has a Han character in en'),
  ]),
}
