import type { Provider } from '@unifault/core'
import { problemJson } from '@unifault/core/protocols'

/**
 * Replicate: problem details (`title`, `detail`, `status`), at times the `detail` alone. A failed prediction is a record.
 * https://replicate.com/docs/reference/http
 */
export const replicate: Provider<'replicate'> = {
  id: 'replicate',
  name: 'Replicate',
  hosts: ['api.replicate.com'],
  docs: 'https://replicate.com/docs/reference/http',
  dialects: [
    problemJson,
    {
      name: 'plain',
      requires: 'detail',
      message: ['detail', 'title'],
      // Words only.
      success: { $status: [200, 201, 202, 204] },
    },
  ],
}
