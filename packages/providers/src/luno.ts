import type { Provider } from '@unifault/core'
import { type LunoCode, apiCodes } from './generated/luno/codes.ts'

export type { LunoCode } from './generated/luno/codes.ts'

/**
 * Luno: real statuses, and a word in `error_code` beside `error`.
 * Fields: luno/luno-go@36dd851713f2 errors.go.
 */
export const luno: Provider<'luno', LunoCode> = {
  id: 'luno',
  name: 'Luno',
  hosts: ['luno.com'],
  docs: 'https://www.luno.com/en/developers/api#section/Errors',
  dialects: [{ name: 'api', code: 'error_code', message: 'error', codes: apiCodes }],
}
