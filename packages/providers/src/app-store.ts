import type { Provider } from '@unifault/core'
import { type AppStoreCode, apiCodes } from './generated/app-store/codes.ts'

export type { AppStoreCode } from './generated/app-store/codes.ts'

/**
 * Apple's App Store Server API: `errorCode` with the HTTP status as its first three digits, and `errorMessage`; a missing
 * or wrong token answers 401 without a body (https://developer.apple.com/documentation/appstoreserverapi/error-codes).
 */
export const appStore: Provider<'app-store', AppStoreCode> = {
  id: 'app-store',
  name: 'App Store Server API',
  hosts: ['api.storekit.apple.com', 'api.storekit-sandbox.apple.com'],
  docs: 'https://developer.apple.com/documentation/appstoreserverapi/error-codes',
  dialects: [
    {
      name: 'api',
      // A subscription's status may name an error of its own below 400.
      success: { $status: [200, 202] },
      code: 'errorCode',
      message: 'errorMessage',
      codes: apiCodes,
    },
  ],
}
