import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type MicrosoftAdsCode, apiCodes } from './generated/microsoft-ads/codes.ts'

export type { MicrosoftAdsCode } from './generated/microsoft-ads/codes.ts'

/**
 * Microsoft Advertising: SOAP faults and their JSON form list `AdApiError`, `OperationError` or `BatchError` with a
 * number and its name; the first counts. `PartialErrors` beside a success are business data
 * (https://learn.microsoft.com/en-us/advertising/guides/handle-service-errors-exceptions).
 */
export const microsoftAds: Provider<'microsoft-ads', MicrosoftAdsCode> = {
  id: 'microsoft-ads',
  name: 'Microsoft Advertising',
  hosts: ['api.bingads.microsoft.com', 'api.sandbox.bingads.microsoft.com'],
  docs: 'https://learn.microsoft.com/en-us/advertising/guides/operation-error-codes',
  dialects: [
    {
      name: 'api',
      readers: [xmlTags],
      code: [
        'Errors.0.Code',
        'OperationErrors.0.Code',
        'BatchErrors.0.Code',
        'Envelope.Body.Fault.detail.AdApiFaultDetail.Errors.AdApiError.Code',
        'Envelope.Body.Fault.detail.AdApiFaultDetail.Errors.AdApiError.0.Code',
        'Envelope.Body.Fault.detail.*.OperationErrors.OperationError.Code',
        'Envelope.Body.Fault.detail.*.OperationErrors.OperationError.0.Code',
        'Envelope.Body.Fault.detail.*.BatchErrors.BatchError.Code',
        'Envelope.Body.Fault.detail.*.BatchErrors.BatchError.0.Code',
      ],
      message: [
        'Errors.0.Message',
        'OperationErrors.0.Message',
        'BatchErrors.0.Message',
        'Envelope.Body.Fault.detail.AdApiFaultDetail.Errors.AdApiError.Message',
        'Envelope.Body.Fault.detail.AdApiFaultDetail.Errors.AdApiError.0.Message',
        'Envelope.Body.Fault.detail.*.OperationErrors.OperationError.Message',
        'Envelope.Body.Fault.detail.*.OperationErrors.OperationError.0.Message',
        'Envelope.Body.Fault.detail.*.BatchErrors.BatchError.Message',
        'Envelope.Body.Fault.detail.*.BatchErrors.BatchError.0.Message',
        'Envelope.Body.Fault.faultstring',
      ],
      requestId: ['TrackingId', 'Envelope.Body.Fault.detail.*.TrackingId'],
      // An answer that succeeded may have fields of these names.
      success: { $status: [200, 201, 204] },
      codes: apiCodes,
    },
  ],
}
