import type { Dialect } from '@unifault/core'

const silent = (): undefined => undefined

/** Elasticsearch and OpenSearch: `{"errors":true,"items":[{"index":{"status":409,"error":{…}}}]}`. */
const bulk: Dialect<never> = { name: 'bulk', batch: { at: 'items', status: '*.status', body: '*' }, judge: silent }

/** Answers as records of status, headers and body, under the name that Microsoft gave them. */
const responses: Dialect<never> = {
  name: 'responses',
  batch: { at: 'responses', status: 'status', headers: 'headers', body: 'body' },
  judge: silent,
}

/** JSON-RPC 2.0 section 6, and every other list of answers that each say how it went. */
const list: Dialect<never> = { name: 'list', batch: { at: '$value' }, judge: silent }

/** Where answers hold answers: they judge nothing, but name the lists. */
export const batches: readonly Dialect<never>[] = [bulk, responses, list]
