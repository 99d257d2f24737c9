import type { Provider } from '@unifault/core'
import { xmlTags } from '@unifault/core/readers'
import { type AzureCode, entraCodes, restCodes, storageCodes } from './generated/azure/codes.ts'

export type { AzureCode } from './generated/azure/codes.ts'

/**
 * Azure Resource Manager, Microsoft Graph, Azure OpenAI, Storage and Entra ID. Entra speaks OAuth, but the AADSTS
 * number behind it names the cause (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
export const azure: Provider<'azure', AzureCode> = {
  id: 'azure',
  name: 'Microsoft Azure',
  hosts: ['azure.com', 'windows.net', 'graph.microsoft.com', 'microsoftonline.com', 'chinacloudapi.cn', 'azure.cn'],
  sharedHosts: ['*.cloudapp.azure.com', '*.cloudapp.chinacloudapi.cn', '*.web.core.windows.net'],
  docs: 'https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
  dialects: [
    {
      name: 'entra',
      requires: ['error_description'],
      code: ['error_codes.0', { at: 'error_description', match: /^AADSTS(\d+)/ }, 'error'],
      message: 'error_description',
      requestId: ['trace_id', 'correlation_id', '@x-ms-request-id'],
      codes: entraCodes,
    },
    {
      name: 'rest',
      requires: 'error',
      // The innermost code says most: https://learn.microsoft.com/graph/errors#code-property
      code: [
        'error.innerError.innerError.code',
        'error.innerError.code',
        'error.innererror.innererror.code',
        'error.innererror.code',
        'error.details.0.code',
        'error.code',
      ],
      message: 'error.message',
      requestId: [
        'error.innerError.request-id',
        '@request-id',
        '@x-ms-request-id',
        '@apim-request-id',
        '@x-request-id',
        '@x-ms-correlation-request-id',
      ],
      param: ['error.target', 'error.param'],
      wait: {
        at: { at: 'error.message', match: /(?:retry after|try again in|try again after) '?(\d{1,6})'? seconds?/i },
        unit: 's',
      },
      // A poll of an operation that failed is HTTP 200 and carries the operation's error.
      success: { $status: [200, 201, 202, 204, 206, 207] },
      // Microsoft Graph: https://learn.microsoft.com/graph/json-batching
      batch: { at: 'responses', status: 'status', headers: 'headers', body: 'body' },
      codes: restCodes,
    },
    {
      name: 'storage',
      // What a blob holds may look like an error document; an error is never below 400.
      requires: { $status: [400, 401, 403, 404, 405, 409, 411, 412, 413, 415, 416, 429, 500, 501, 503] },
      readers: [xmlTags],
      code: ['Error.Code', '@x-ms-error-code'],
      message: 'Error.Message',
      requestId: '@x-ms-request-id',
      codes: storageCodes,
    },
  ],
}
