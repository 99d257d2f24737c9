import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type RedditCode, apiCodes } from './generated/reddit/codes.ts'

export type { RedditCode } from './generated/reddit/codes.ts'

/**
 * Reddit: forms answer HTTP 200 with `json.errors`, newer endpoints a `reason` beside a status, the rest only repeats
 * the status (https://www.reddit.com/dev/api). The token endpoint answers a bare OAuth error, at 200 as well.
 */
export const reddit: Provider<'reddit', RedditCode> = {
  id: 'reddit',
  name: 'Reddit',
  hosts: ['reddit.com'],
  docs: 'https://www.reddit.com/dev/api',
  dialects: [
    {
      name: 'api',
      code: [
        'json.errors.0.0',
        // Stylesheet uploads answer a page that calls back into a form.
        {
          at: '$text',
          match:
            /^<html><head><script type='text\/javascript'>parent\.completedUploadImage\('failed'[^]{0,200}?\['([A-Z_]+)', '[^']/,
        },
      ],
      message: 'json.errors.0.1',
      param: 'json.errors.0.2',
      wait: { at: 'json.ratelimit', unit: 's' },
      codes: apiCodes,
    },
    {
      name: 'reason',
      requires: 'message',
      code: { at: 'reason', match: /^([A-Z][A-Z0-9_]+)$/ },
      message: ['explanation', 'message'],
      param: 'fields.0',
      codes: apiCodes,
    },
    oauth,
    // `{"message":"Forbidden","error":403}`: the code repeats the status, which decides.
    {
      name: 'status',
      requires: { error: [400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 500, 502, 503, 504] },
      code: 'error',
      message: 'message',
    },
  ],
}
