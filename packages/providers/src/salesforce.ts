import { defineProvider, envelope, type Provider, xmlTags } from '@unifault/core'
import { type SalesforceCode, salesforce as codes } from './generated/codes.ts'

/**
 * Salesforce: REST errors are a list at the top, SOAP faults carry the same codes behind a namespace prefix.
 * Results of composite calls are lists too, but of records that know `success`.
 */
export const salesforce: Provider<'salesforce', SalesforceCode> = defineProvider({
  id: 'salesforce',
  name: 'Salesforce',
  hosts: ['salesforce.com', 'force.com'],
  docs: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
  dialects: [
    envelope({
      name: 'api',
      readers: [xmlTags],
      code: ['0.errorCode', { at: 'Envelope.Body.Fault.faultcode', match: /^(?:\w+:)?([A-Z][A-Z_]+)$/ }],
      message: ['0.message', 'Envelope.Body.Fault.faultstring'],
      param: '0.fields.0',
      codes: codes.api,
    }),
  ],
})
