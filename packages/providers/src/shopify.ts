import type { Provider } from '@unifault/core'
import { graphql } from '@unifault/core/protocols'
import { type ShopifyCode, graphqlCodes } from './generated/shopify/codes.ts'

export type { ShopifyCode } from './generated/shopify/codes.ts'

/**
 * Shopify: GraphQL answers HTTP 200 with the code in `errors[].extensions.code`, REST answers a status and says why in
 * `errors`, a string or an object of fields (https://shopify.dev/docs/api/usage/response-codes).
 */
export const shopify: Provider<'shopify', ShopifyCode> = {
  id: 'shopify',
  name: 'Shopify',
  hosts: ['myshopify.com', 'shopify.com'],
  // App proxies: an app's own answers under the shop's name.
  sharedHosts: ['*/apps/*', '*/a/*', '*/community/*', '*/tools/*'],
  docs: 'https://shopify.dev/docs/api/usage/response-codes',
  dialects: [
    {
      name: 'graphql',
      code: 'errors.0.extensions.code',
      message: 'errors.0.message',
      requestId: ['errors.0.extensions.requestId', '@x-request-id'],
      codes: graphqlCodes,
    },
    // GraphQL errors without an extension: a query that does not parse or validate.
    /* @__PURE__ */ Object.assign({}, graphql, { name: 'graphql-plain' }),
    // REST has words and no codes; they are kept, and the status decides.
    {
      name: 'rest',
      requires: { at: 'errors', match: /^([^]+)$/ },
      code: 'errors.code',
      success: { errors: [undefined] },
      message: 'errors',
      requestId: '@x-request-id',
    },
  ],
  status: {
    // A locked shop: too many calls, or trouble with the account. A security rejection.
    423: 'account-disabled',
    430: 'abuse-blocked',
  },
  messages: [
    { match: /^Variable \$?\w{1,100} of type \S{1,100} was provided invalid value/, reason: 'invalid-parameter' },
    { match: 'Parse error on *', reason: 'invalid-parameter' },
    { match: /^(?:\[API\] )?This action requires merchant approval for .{1,200}$/, reason: 'scope-insufficient' },
  ],
}
