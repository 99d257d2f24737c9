import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers/xml-tags'
import { oauth } from '@unifault/core/protocols/oauth'
import { type SalesforceCode, apiCodes } from './generated/salesforce/codes.ts'

export type { SalesforceCode } from './generated/salesforce/codes.ts'

/**
 * Salesforce: REST errors are a list at the top, SOAP faults carry the same codes behind a namespace prefix.
 * Results of composite calls are lists too, but of records that know `success`.
 */
export const salesforce: Provider<'salesforce', SalesforceCode> = {
  id: 'salesforce',
  name: 'Salesforce',
  hosts: ['salesforce.com', 'force.com'],
  sharedHosts: ['*/services/apexrest/*'],
  docs: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
  dialects: [
    {
      name: 'api',
      readers: [xmlTags],
      code: ['0.errorCode', { at: 'Envelope.Body.Fault.faultcode', match: /^(?:\w+:)?([A-Z][A-Z_]+)$/ }],
      message: ['0.message', 'Envelope.Body.Fault.faultstring'],
      param: '0.fields.0',
      codes: apiCodes,
    },
    oauth,
  ],
}
