import type { Provider } from '@unifault/core'

/**
 * Datadog: a list of texts in `errors`, and no codes. A wrong key is HTTP 403, in the words of missing rights.
 * https://docs.datadoghq.com/api/latest/rate-limits/
 */
export const datadog: Provider<'datadog'> = {
  id: 'datadog',
  name: 'Datadog',
  hosts: ['datadoghq.com', 'datadoghq.eu'],
  docs: 'https://docs.datadoghq.com/api/latest/rate-limits/',
  dialects: [
    {
      name: 'api',
      requires: 'errors.0',
      message: ['errors.0', 'errors.0.detail', 'errors.0.title'],
      issues: { at: 'errors', message: 'detail' },
      wait: { at: '@x-ratelimit-reset', unit: 's', spent: '@x-ratelimit-remaining' },
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
