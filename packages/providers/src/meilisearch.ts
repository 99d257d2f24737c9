import type { Provider } from '@unifault/core'
import { type MeilisearchCode, apiCodes } from './generated/meilisearch/codes.ts'

export type { MeilisearchCode } from './generated/meilisearch/codes.ts'

/**
 * Meilisearch: `code` and `type` beside a link to the page about them. A task tells of its own failure in `error`,
 * which is business data; name your own server with `withHosts`.
 */
export const meilisearch: Provider<'meilisearch', MeilisearchCode> = {
  id: 'meilisearch',
  name: 'Meilisearch',
  hosts: ['meilisearch.io'],
  docs: 'https://www.meilisearch.com/docs/reference/errors/error_codes',
  dialects: [{ name: 'api', requires: ['link', 'type'], code: 'code', message: 'message', codes: apiCodes }],
}
