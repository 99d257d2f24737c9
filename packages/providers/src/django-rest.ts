import type { Provider } from '@unifault/core'
import { type DjangoRestCode, apiCodes } from './generated/django-rest/codes.ts'

export type { DjangoRestCode } from './generated/django-rest/codes.ts'

/**
 * Django REST framework (`withHosts`): words in `detail`, with a code where a handler shows it (`get_full_details`). A missing
 * sign-in is HTTP 403 where no scheme asks for credentials. Faulty fields are a bare record, which only the status tells.
 * https://www.django-rest-framework.org/api-guide/exceptions/
 */
export const djangoRest: Provider<'django-rest', DjangoRestCode> = {
  id: 'django-rest',
  name: 'Django REST framework',
  docs: 'https://www.django-rest-framework.org/api-guide/exceptions/',
  messages: [
    { match: 'Authentication credentials were not provided.', reason: 'unauthenticated' },
    { match: 'Invalid token.', reason: 'token-invalid' },
    { match: 'Invalid username/password.', reason: 'credentials-invalid' },
    { match: 'User inactive or deleted.', reason: 'account-disabled' },
  ],
  dialects: [
    {
      name: 'api',
      requires: 'detail',
      code: ['code', 'detail.code'],
      message: ['detail', 'detail.message', 'message'],
      wait: { at: { at: 'detail', match: /\bExpected available in (\d{1,9}) seconds?\./ }, unit: 's' },
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
