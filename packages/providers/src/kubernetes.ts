import type { Provider } from '@unifault/core'
import { type KubernetesCode, statusCodes } from './generated/kubernetes/codes.ts'

export type { KubernetesCode } from './generated/kubernetes/codes.ts'

/**
 * The Kubernetes API, for any cluster (`withHosts`): a record of the kind `Status`, alone or as the `ERROR` event of a watch.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
 */
export const kubernetes: Provider<'kubernetes', KubernetesCode> = {
  id: 'kubernetes',
  name: 'Kubernetes',
  docs: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/',
  dialects: [
    {
      name: 'status',
      requires: { kind: ['Status'] },
      code: 'reason',
      message: 'message',
      requestId: '@audit-id',
      param: 'details.causes.0.field',
      issues: { at: 'details.causes', param: 'field', code: 'reason', message: 'message' },
      wait: { at: 'details.retryAfterSeconds', unit: 's' },
      success: { status: ['Success'] },
      codes: statusCodes,
    },
    {
      name: 'watch',
      requires: { type: ['ERROR'], 'object.kind': ['Status'] },
      code: 'object.reason',
      message: 'object.message',
      codes: statusCodes,
    },
  ],
}
