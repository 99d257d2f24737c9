import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readJavaEnums } from './java-enums.ts'

const source = `public enum Codes {
  /**
   * 系统繁忙  system error
   */
  CODE_1(-1, "系统繁忙"),

  /**
   * no account
   */
  CODE_2(2, "no account");
}
`

test('a comment may have the English text after two spaces', () => {
  expect(readJavaEnums(snapshotOf({ 'Codes.java': source }), /\.java$/)).toEqual([
    { code: '-1', zh: '系统繁忙', en: 'system error', path: 'Codes.java' },
    { code: '2', zh: '', en: 'no account', path: 'Codes.java' },
  ])
})
