import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { oauth } from '@unifault/core/protocols'
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
      // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/responses_composite_response_collector.htm
      batch: { at: 'compositeResponse', status: 'httpStatusCode', headers: 'httpHeaders', body: 'body' },
      readers: [xmlTags],
      code: ['0.errorCode', { at: 'Envelope.Body.Fault.faultcode', match: /^(?:\w+:)?([A-Z][A-Z_]+)$/ }],
      message: ['0.message', 'Envelope.Body.Fault.faultstring'],
      param: '0.fields.0',
      codes: apiCodes,
    },
    // Of each record of a collection: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
    {
      name: 'collection',
      requires: { success: [true, false] },
      code: 'errors.0.statusCode',
      message: 'errors.0.message',
      param: 'errors.0.fields.0',
      success: { success: [true] },
      batch: { at: '$value' },
      codes: apiCodes,
    },
    oauth,
  ],
}
