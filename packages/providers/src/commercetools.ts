import type { Provider } from '@unifault/core'
import { oauth } from '@unifault/core/protocols'
import { type CommercetoolsCode, httpCodes } from './generated/commercetools/codes.ts'

export type { CommercetoolsCode } from './generated/commercetools/codes.ts'

/**
 * commercetools: real statuses and a list of faults, of which the first has the code. GraphQL answers HTTP 200 and has
 * it in `extensions`; the OAuth fields stand beside the list.
 */
export const commercetools: Provider<'commercetools', CommercetoolsCode> = {
  id: 'commercetools',
  name: 'commercetools',
  hosts: ['commercetools.com', 'commercetools.cn'],
  docs: 'https://docs.commercetools.com/api/errors',
  dialects: [
    {
      name: 'http',
      code: ['errors.0.extensions.code', 'errors.0.code'],
      message: ['errors.0.message', 'message'],
      requestId: '@x-correlation-id',
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', code: 'code', message: 'message' },
      codes: httpCodes,
    },
    oauth,
  ],
}
