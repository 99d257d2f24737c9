import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type SupabaseCode, authCodes, storageCodes } from './generated/supabase/codes.ts'

export type { SupabaseCode } from './generated/supabase/codes.ts'

/**
 * Supabase: Auth names the fault in `error_code`, from API version 2024-01-01 on in `code`; Storage in `code` beside
 * `statusCode` and `error` (https://supabase.com/docs/guides/storage/debugging/error-codes). The data interface has
 * PostgREST's and PostgreSQL's codes, for which the status speaks.
 */
export const supabase: Provider<'supabase', SupabaseCode> = {
  id: 'supabase',
  name: 'Supabase',
  hosts: ['supabase.co'],
  docs: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
  dialects: [
    {
      name: 'auth',
      paths: ['/auth/v1/*'],
      code: ['error_code', { at: 'code', match: /^([a-z]+(?:_[a-z\d]+)*)$/ }],
      message: ['msg', 'message', 'error_description'],
      success: { $status: [200, 201, 204] },
      codes: authCodes,
    },
    {
      name: 'storage',
      paths: ['/storage/v1/*'],
      code: ['code', 'error'],
      message: 'message',
      success: { $status: [200, 201, 204, 206] },
      codes: storageCodes,
    },
    oauth,
  ],
}
