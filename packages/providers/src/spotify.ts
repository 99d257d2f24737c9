import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type SpotifyCode, apiCodes } from './generated/spotify/codes.ts'

export type { SpotifyCode } from './generated/spotify/codes.ts'

/**
 * Spotify: `error{status,message}`, at the player with a `reason`; the sign-in answers as OAuth.
 * https://developer.spotify.com/documentation/web-api/concepts/api-calls
 */
export const spotify: Provider<'spotify', SpotifyCode> = {
  id: 'spotify',
  name: 'Spotify',
  hosts: ['spotify.com'],
  docs: 'https://developer.spotify.com/documentation/web-api/concepts/api-calls',
  messages: [{ match: 'The access token expired', reason: 'token-expired' }],
  dialects: [
    {
      name: 'api',
      requires: 'error.message',
      code: 'error.reason',
      message: 'error.message',
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
    oauth,
  ],
}
