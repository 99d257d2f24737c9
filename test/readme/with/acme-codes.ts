/** What `pnpm generate` would make of the table in CONTRIBUTING. */
export const acme = { orders: { '0': 'ok', '1001': 'token-expired', '2001': 'throttled' } } as const
export type AcmeCode = keyof (typeof acme)['orders']
