import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'

/**
 * GitLab: words in `message`, or a record of the faulty properties there; a token's fault and the sign-in are told as OAuth. A 404 hides
 * missing rights.
 * https://docs.gitlab.com/api/rest/troubleshooting/
 */
export const gitlab: Provider<'gitlab'> = {
  id: 'gitlab',
  name: 'GitLab',
  hosts: ['gitlab.com'],
  docs: 'https://docs.gitlab.com/api/rest/troubleshooting/',
  dialects: [
    oauth,
    {
      name: 'rest',
      requires: 'message',
      message: ['message', 'message.error', 'message.base.0'],
      requestId: '@x-request-id',
      issues: { at: 'message' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
