import type { Provider } from '@unifault/core'
import { type OryCode, errorCodes, flowCodes } from './generated/ory/codes.ts'

export type { OryCode } from './generated/ory/codes.ts'

/**
 * Ory Kratos: a form that is refused comes back with numbered messages; whatever else fails has a name in `error.id`.
 * A form that is only looked up is what was asked for, whatever its messages say.
 */
export const ory: Provider<'ory', OryCode> = {
  id: 'ory',
  name: 'Ory',
  hosts: ['oryapis.com'],
  docs: 'https://www.ory.sh/docs/kratos/concepts/ui-user-interface',
  dialects: [
    {
      name: 'flow',
      requires: { 'ui.messages.0.type': ['error'], $status: [400, 410, 422] },
      code: 'ui.messages.0.id',
      message: 'ui.messages.0.text',
      codes: flowCodes,
    },
    {
      name: 'error',
      requires: ['error.code', 'error.status'],
      code: 'error.id',
      message: ['error.reason', 'error.message'],
      requestId: 'error.request',
      success: { $status: [200, 201, 204] },
      codes: errorCodes,
    },
  ],
}
