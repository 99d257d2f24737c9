import type { Provider } from '@unifault/core'
import { type MailchimpCode, marketingCodes, transactionalCodes } from './generated/mailchimp/codes.ts'

export type { MailchimpCode } from './generated/mailchimp/codes.ts'

/**
 * Mailchimp: the marketing interface answers with problem details whose `title` names the problem; the transactional one (Mandrill)
 * with `status`, `code`, `name` and `message`.
 * https://mailchimp.com/developer/marketing/docs/errors/
 */
export const mailchimp: Provider<'mailchimp', MailchimpCode> = {
  id: 'mailchimp',
  name: 'Mailchimp',
  hosts: ['api.mailchimp.com', 'mandrillapp.com'],
  docs: 'https://mailchimp.com/developer/marketing/docs/errors/',
  dialects: [
    {
      name: 'marketing',
      requires: ['title', 'detail', 'instance'],
      code: 'title',
      message: 'detail',
      requestId: 'instance',
      param: 'errors.0.field',
      issues: { at: 'errors', param: 'field', message: 'message' },
      codes: marketingCodes,
    },
    {
      name: 'transactional',
      requires: { status: ['error'] },
      code: 'name',
      message: 'message',
      codes: transactionalCodes,
    },
  ],
}
