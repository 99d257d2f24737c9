import type { Provider } from '@unifault/core'
import { type ElasticsearchCode, apiCodes } from './generated/elasticsearch/codes.ts'

export type { ElasticsearchCode } from './generated/elasticsearch/codes.ts'

/**
 * Elasticsearch, for clusters of one's own (`withHosts`): `error{type,reason,root_cause}` beside `status`. The cause of a failed
 * search stands deeper than its type. Old answers have `error` as text.
 * https://www.elastic.co/docs/api/doc/elasticsearch/
 */
export const elasticsearch: Provider<'elasticsearch', ElasticsearchCode> = {
  id: 'elasticsearch',
  name: 'Elasticsearch',
  docs: 'https://www.elastic.co/docs/api/doc/elasticsearch/',
  dialects: [
    {
      name: 'api',
      requires: 'error.type',
      code: ['error.root_cause.0.type', 'error.type'],
      message: ['error.reason', 'error.root_cause.0.reason'],
      requestId: '@x-opaque-id',
      issues: { at: 'error.root_cause', param: 'index', code: 'type', message: 'reason' },
      codes: apiCodes,
    },
  ],
}
