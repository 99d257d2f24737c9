import type { Provider } from '@unifault/core'
import { type Neo4jCode, httpCodes } from './generated/neo4j/codes.ts'

export type { Neo4jCode } from './generated/neo4j/codes.ts'

/**
 * Neo4j over HTTP: `errors[]` with a code of four parts; the older interface answers HTTP 200 with it, and an empty
 * list on success. Name your own server with `withHosts`.
 */
export const neo4j: Provider<'neo4j', Neo4jCode> = {
  id: 'neo4j',
  name: 'Neo4j',
  hosts: ['databases.neo4j.io'],
  docs: 'https://neo4j.com/docs/status-codes/current/',
  dialects: [
    {
      name: 'http',
      code: 'errors.0.code',
      message: 'errors.0.message',
      issues: { at: 'errors', code: 'code', message: 'message' },
      codes: httpCodes,
    },
  ],
}
