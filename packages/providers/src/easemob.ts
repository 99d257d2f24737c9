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
