import type { Provider } from '@unifault/core'

/**
 * Jira Cloud: a list `errorMessages` and a record `errors` of the faulty fields, and no codes. A 404 hides missing rights.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes
 */
export const atlassian: Provider<'atlassian'> = {
  id: 'atlassian',
  name: 'Atlassian',
  hosts: ['atlassian.net'],
  docs: 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes',
  dialects: [
    {
      name: 'jira',
      requires: 'errorMessages',
      message: 'errorMessages.0',
      requestId: '@atl-traceid',
      issues: { at: 'errors' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
