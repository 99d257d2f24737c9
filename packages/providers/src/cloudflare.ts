import type { Provider } from '@unifault/core'
import { html } from '@unifault/core/readers'
import { type CloudflareCode, apiCodes, edgeCodes } from './generated/cloudflare/codes.ts'

const edgeText = /^error code: (\d{3,4})\s*$/

export type { CloudflareCode } from './generated/cloudflare/codes.ts'

/**
 * Cloudflare: its API (`success`, `errors[]`) and the answers of its edge for any proxied host, as plain text
 * (`error code: 1015`, even at HTTP 200) or as a page
 * (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/).
 */
export const cloudflare: Provider<'cloudflare', CloudflareCode> = {
  id: 'cloudflare',
  name: 'Cloudflare',
  hosts: ['cloudflare.com'],
  docs: 'https://developers.cloudflare.com/fundamentals/api/reference/',
  dialects: [
    {
      name: 'api',
      requires: { success: [true, false] },
      // `error_chain` names the header that is wrong behind "Invalid request headers".
      code: ['errors.0.error_chain.0.code', 'errors.0.code'],
      message: ['errors.0.error_chain.0.message', 'errors.0.message'],
      requestId: '@cf-ray',
      success: { success: [true] },
      codes: apiCodes,
    },
    {
      name: 'edge',
      readers: [html],
      code: [
        { at: '$text', match: edgeText },
        { at: 'text', match: /\bError\s+(1\d{3})\b/ },
        { at: 'text', match: /\bError code:?\s+(1\d{3})\b/i },
      ],
      requestId: '@cf-ray',
      codes: edgeCodes,
    },
  ],
  // The numbers of these stand for other things as well.
  messages: [
    { match: 'Unknown X-Auth-Key or X-Auth-Email*', reason: 'client-invalid' },
    { match: 'Missing "Authorization" header*', reason: 'unauthenticated' },
    { match: 'Invalid API Token*', reason: 'token-invalid' },
  ],
}
