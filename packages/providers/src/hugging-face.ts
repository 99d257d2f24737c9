import type { Provider } from '@unifault/core'
import { type HuggingFaceCode, hubCodes } from './generated/hugging-face/codes.ts'

export type { HuggingFaceCode } from './generated/hugging-face/codes.ts'

/**
 * Hugging Face: words in `error`; the hub names the cause in a header. A missing sign-in and a missing repository are told alike.
 * https://huggingface.co/docs/hub/api
 */
export const huggingFace: Provider<'hugging-face', HuggingFaceCode> = {
  id: 'hugging-face',
  name: 'Hugging Face',
  hosts: ['huggingface.co'],
  docs: 'https://huggingface.co/docs/hub/api',
  dialects: [
    {
      name: 'hub',
      code: '@x-error-code',
      message: ['@x-error-message', 'error'],
      requestId: '@x-request-id',
      codes: hubCodes,
    },
    {
      name: 'inference',
      requires: 'error',
      message: ['error', 'error.message', 'error.0'],
      requestId: '@x-request-id',
      wait: { at: 'estimated_time', unit: 's' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
