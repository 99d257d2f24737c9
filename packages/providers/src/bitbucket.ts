import type { Provider } from '@unifault/core'

/**
 * Bitbucket: a record of the type `error` with words and an id, and no codes.
 * https://developer.atlassian.com/cloud/bitbucket/rest/intro/#standardized-error-responses
 */
export const bitbucket: Provider<'bitbucket'> = {
  id: 'bitbucket',
  name: 'Bitbucket',
  hosts: ['api.bitbucket.org'],
  docs: 'https://developer.atlassian.com/cloud/bitbucket/rest/intro/#standardized-error-responses',
  dialects: [
    {
      name: 'api',
      requires: { type: ['error'] },
      message: ['error.detail', 'error.message'],
      requestId: ['error.id', '@x-request-id'],
      issues: { at: 'error.fields' },
      // Every record of this type is a failure.
      success: { 'error.message': [undefined] },
    },
  ],
}
