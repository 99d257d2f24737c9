import type { Provider } from '@unifault/core'
import { type NotionCode, apiCodes } from './generated/notion/codes.ts'

export type { NotionCode } from './generated/notion/codes.ts'

/** Notion: `{"object":"error","status":…,"code":"…"}`; every other answer names its own kind in `object`. */
export const notion: Provider<'notion', NotionCode> = {
  id: 'notion',
  name: 'Notion',
  hosts: ['notion.com'],
  docs: 'https://developers.notion.com/reference/status-codes',
  dialects: [
    {
      name: 'api',
      requires: { object: ['error'] },
      code: 'code',
      message: 'message',
      requestId: 'request_id',
      codes: apiCodes,
    },
  ],
}
