import { expect, test } from 'vitest'
import { snapshotOf } from '../snapshot.ts'
import { readGoConstants } from './go-constants.ts'

const source = `package v1

const (
	// 此产品的特有错误码

	// 实例不存在。
	RESOURCENOTFOUND_INSTANCE = "ResourceNotFound.Instance"

	// The disk is too large
	// for this instance.
	INVALID_DISK = "Invalid.Disk"
	BARE Code   = 12
)
`

test('a constant has the comment right above it, in the cell of its script', () => {
  const entries = readGoConstants(snapshotOf({ 'errors.go': source }), /\.go$/, (code) => ({
    tail: code.toLowerCase(),
  }))
  expect(entries).toEqual([
    {
      code: 'ResourceNotFound.Instance',
      zh: '实例不存在',
      en: '',
      path: 'errors.go',
      tail: 'resourcenotfound.instance',
    },
    {
      code: 'Invalid.Disk',
      zh: '',
      en: 'The disk is too large for this instance',
      path: 'errors.go',
      tail: 'invalid.disk',
    },
    { code: '12', zh: '', en: '', path: 'errors.go', tail: '12' },
  ])
})
