import type { Provider } from '@unifault/core'

/**
 * JSON:API (`withHosts`): a list `errors`; the codes in it are the application's own.
 * https://jsonapi.org/format/#errors
 */
export const jsonApi: Provider<'json-api'> = {
  id: 'json-api',
  name: 'JSON:API',
  docs: 'https://jsonapi.org/format/#errors',
  dialects: [
    {
      name: 'api',
      requires: 'errors.0',
      code: 'errors.0.code',
      message: ['errors.0.detail', 'errors.0.title'],
      requestId: 'errors.0.id',
      param: ['errors.0.source.pointer', 'errors.0.source.parameter', 'errors.0.source.header'],
      issues: { at: 'errors', param: 'source.pointer', code: 'code', message: 'detail' },
      // Codes may be absent, then the status decides.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
