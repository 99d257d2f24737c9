import { describe, expect, it } from 'vitest'
import { readApiErrors } from './api-errors-option.ts'

describe('readApiErrors', () => {
  it('reads what a call says', () => {
    const pass = ['throttled'] as const
    expect(readApiErrors({ apiErrors: { pass } })).toEqual({ pass })
    expect(readApiErrors({ apiErrors: {} })).toEqual({ pass: undefined })
    expect(readApiErrors({ apiErrors: false })).toBe(undefined)
  })

  it.each([undefined, {}, { apiErrors: undefined }, Object.create({ apiErrors: false })])(
    'takes a call that says nothing for an ordinary one',
    (config: object | undefined) => {
      expect(readApiErrors(config)).toEqual({})
    },
  )

  it.each([true, null, 0, 'false', { pass: 'throttled' }, { pass: ['trottled'] }, { pass: {} }, { passs: [] }])(
    'refuses %j by name',
    (apiErrors) => {
      expect(() => readApiErrors({ apiErrors })).toThrow(/^`apiErrors/)
    },
  )
})
