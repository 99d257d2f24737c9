import type { CodeRows } from '@unifault/core'

/** What `pnpm generate` makes of the table in CONTRIBUTING, but for its compact form. */
export type AcmeCode = '1001' | '2001'
export const ordersCodes: CodeRows<AcmeCode> = { '1001': 'token-expired', '2001': 'throttled' }
