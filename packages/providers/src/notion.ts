import { defineProvider, envelope, type Provider } from '@unifault/core'
import { type NotionCode, notion as codes } from './generated/codes.ts'

/** Notion: `{"object":"error","status":…,"code":"…"}`; every other answer names its own kind in `object`. */
export const notion: Provider<'notion', NotionCode> = defineProvider({
  id: 'notion',
  name: 'Notion',
  hosts: ['notion.com'],
  docs: 'https://developers.notion.com/reference/status-codes',
  dialects: [
    envelope({
      name: 'api',
      requires: { object: ['error'] },
      code: 'code',
      message: 'message',
      requestId: 'request_id',
      codes: codes.api,
    }),
  ],
})
