import type { Provider } from '@unifault/core'
import { type WoocommerceCode, apiCodes } from './generated/woocommerce/codes.ts'

export type { WoocommerceCode } from './generated/woocommerce/codes.ts'

/**
 * WooCommerce in a shop of one's own: `code` and `message`, as WordPress answers, and the HTTP status once more in
 * `data.status`. `withHosts` names the shop.
 */
export const woocommerce: Provider<'woocommerce', WoocommerceCode> = {
  id: 'woocommerce',
  name: 'WooCommerce',
  docs: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#errors',
  dialects: [
    {
      name: 'api',
      requires: ['code', 'message', 'data.status'],
      code: 'code',
      message: 'message',
      success: { $status: [200, 201] },
      codes: apiCodes,
    },
  ],
}
