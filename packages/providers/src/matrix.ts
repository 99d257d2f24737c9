import type { Provider } from '@unifault/core'
import { type MatrixCode, apiCodes } from './generated/matrix/codes.ts'

export type { MatrixCode } from './generated/matrix/codes.ts'

/**
 * Matrix: a homeserver is anyone's (`withHosts`). `errcode` and `error` in every failed answer; the wait of a limit is in
 * `Retry-After`, on older servers in `retry_after_ms` (https://spec.matrix.org/latest/client-server-api/#standard-error-response).
 */
export const matrix: Provider<'matrix', MatrixCode> = {
  id: 'matrix',
  name: 'Matrix',
  docs: 'https://spec.matrix.org/latest/client-server-api/#standard-error-response',
  dialects: [
    {
      name: 'api',
      code: 'errcode',
      message: 'error',
      wait: { at: 'retry_after_ms', unit: 'ms' },
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
