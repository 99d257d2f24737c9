import type { Provider } from '@unifault/core'
import { type DigitaloceanCode, apiCodes } from './generated/digitalocean/codes.ts'

export type { DigitaloceanCode } from './generated/digitalocean/codes.ts'

/**
 * DigitalOcean: `id`, a word for the status, with `message` and at times `request_id`.
 * https://docs.digitalocean.com/reference/api/digitalocean/
 */
export const digitalocean: Provider<'digitalocean', DigitaloceanCode> = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  hosts: ['api.digitalocean.com'],
  docs: 'https://docs.digitalocean.com/reference/api/digitalocean/',
  dialects: [
    {
      name: 'api',
      requires: ['id', 'message'],
      code: 'id',
      message: 'message',
      requestId: ['request_id', '@x-request-id'],
      success: { $status: [200, 201, 202, 204] },
      codes: apiCodes,
    },
  ],
}
