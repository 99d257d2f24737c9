import type { Provider } from '@unifault/core'
import { type AppwriteCode, apiCodes } from './generated/appwrite/codes.ts'

export type { AppwriteCode } from './generated/appwrite/codes.ts'

/**
 * Appwrite: `type` is the stable name, `code` repeats the HTTP status
 * (https://appwrite.io/docs/advanced/platform/error-handling). A document may have a `type` of its own, so only failed
 * answers count.
 */
export const appwrite: Provider<'appwrite', AppwriteCode> = {
  id: 'appwrite',
  name: 'Appwrite',
  hosts: ['cloud.appwrite.io'],
  docs: 'https://appwrite.io/docs/advanced/platform/response-codes',
  dialects: [
    { name: 'api', code: 'type', message: 'message', success: { $status: [200, 201, 202, 204] }, codes: apiCodes },
  ],
}
