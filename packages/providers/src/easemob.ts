import type { Provider } from '@unifault/core'
import { type EasemobCode, restCodes } from './generated/easemob/codes.ts'

export type { EasemobCode } from './generated/easemob/codes.ts'

/**
 * Easemob (环信) and Agora Chat, which runs on it: `error` is a word, and `error_description` often tells what the word
 * does not.
 * https://doc.easemob.com/document/server-side/error.html
 */
export const easemob: Provider<'easemob', EasemobCode> = {
  id: 'easemob',
  name: 'Easemob',
  hosts: ['easemob.com', 'chat.agora.io'],
  docs: 'https://doc.easemob.com/document/server-side/error.html',
  // Presence and reactions have words without a code of their own.
  messages: [
    { match: 'too many queries*', reason: 'throttled' },
    { match: 'ext is too big*', reason: 'out-of-range' },
    { match: 'too many sub presence*', reason: 'out-of-range' },
    { match: 'too many get presences*', reason: 'out-of-range' },
    { match: 'too many unsub presences*', reason: 'out-of-range' },
    { match: 'resource not exist*', reason: 'not-found' },
    { match: 'this appKey is not open *', reason: 'permission-denied' },
  ],
  dialects: [
    {
      name: 'rest',
      requires: 'error_description',
      code: 'error',
      message: 'error_description',
      codes: restCodes,
    },
  ],
}
