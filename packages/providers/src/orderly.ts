import type { Provider } from '@unifault/core'
import { type OrderlyCode, apiCodes } from './generated/orderly/codes.ts'

export type { OrderlyCode } from './generated/orderly/codes.ts'

/**
 * Orderly Network: `success` and, where it is false, a negative number in `code` beside `message`.
 * Documented: OrderlyNetwork/documentation-public@3a6e561d3db4 build-on-omnichain/introduction.mdx.
 */
export const orderly: Provider<'orderly', OrderlyCode> = {
  id: 'orderly',
  name: 'Orderly Network',
  hosts: ['orderly.org', 'orderly.network'],
  docs: 'https://orderly.network/docs/build-on-omnichain/evm-api/error-codes',
  dialects: [{ name: 'api', requires: { success: [false] }, code: 'code', message: 'message', codes: apiCodes }],
}
