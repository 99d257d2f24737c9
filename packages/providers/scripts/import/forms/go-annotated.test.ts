import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readAnnotatedGoConstants } from './go-annotated.ts'

const source = `// ErrCode1 系统繁忙
//
// 排查方法: 建议稍候重试
const ErrCode1 ErrCode = -1

// ErrCode40001 不合法的secret参数
//
// 排查方法: [查看帮助]
//
// 更多说明。
const ErrCode40001 ErrCode = 40001
`

test('the text is the first paragraph without the name, the remedy a short one without links', () => {
  expect(readAnnotatedGoConstants(snapshotOf({ 'mod.go': source }), /\.go$/)).toMatchObject([
    { code: '-1', zh: '系统繁忙', fixZh: '建议稍候重试' },
    { code: '40001', zh: '不合法的secret参数', fixZh: '' },
  ])
})
