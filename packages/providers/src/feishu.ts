import type { Provider } from '@unifault/core'
import { type FeishuCode, apiCodes } from './generated/feishu/codes.ts'

export type { FeishuCode } from './generated/feishu/codes.ts'

/**
 * Feishu and Lark: one numeric code everywhere, under 4xx for business errors and under 200 for tokens and webhooks; the
 * OAuth interfaces put a word into `error`, where the others keep an object with the log id.
 * https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
 */
export const feishu: Provider<'feishu', FeishuCode> = {
  id: 'feishu',
  name: 'Feishu',
  hosts: ['open.feishu.cn', 'accounts.feishu.cn', 'open.larksuite.com', 'accounts.larksuite.com'],
  docs: 'https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code',
  dialects: [
    {
      name: 'api',
      code: ['code', 'error'],
      message: ['msg', 'error_description'],
      requestId: ['@x-tt-logid', 'error.log_id'],
      wait: { at: '@x-ogw-ratelimit-reset', unit: 's' },
      success: [0],
      codes: apiCodes,
    },
  ],
}
