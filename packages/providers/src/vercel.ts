import type { Provider } from '@unifault/core'
import { type VercelCode, apiCodes } from './generated/vercel/codes.ts'

export type { VercelCode } from './generated/vercel/codes.ts'

/**
 * Vercel: `error{code,message}`; a limit tells when it ends.
 * https://www.vercel.com/docs/rest-api/errors
 */
export const vercel: Provider<'vercel', VercelCode> = {
  id: 'vercel',
  name: 'Vercel',
  hosts: ['api.vercel.com'],
  docs: 'https://www.vercel.com/docs/rest-api/errors',
  dialects: [
    {
      name: 'api',
      code: 'error.code',
      message: 'error.message',
      requestId: '@x-vercel-id',
      wait: { at: 'error.limit.resetMs', unit: 'epoch-ms' },
      codes: apiCodes,
    },
  ],
}
