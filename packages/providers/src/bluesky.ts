import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type BlueskyCode, xrpcCodes } from './generated/bluesky/codes.ts'

export type { BlueskyCode } from './generated/bluesky/codes.ts'

/**
 * Bluesky and every server of the AT Protocol (`withHosts` for your own): `error` names the fault of the lexicon or the
 * HTTP status, `message` says it in words; a limit answers with `RateLimit-Reset` (https://atproto.com/specs/xrpc).
 */
export const bluesky: Provider<'bluesky', BlueskyCode> = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.social', 'api.bsky.app', 'public.api.bsky.app', 'bsky.network'],
  docs: 'https://atproto.com/specs/xrpc#error-responses',
  dialects: [
    {
      name: 'xrpc',
      paths: ['/xrpc/*'],
      success: { $status: [200, 201, 202, 204] },
      code: 'error',
      message: 'message',
      codes: xrpcCodes,
    },
    oauth,
  ],
}
