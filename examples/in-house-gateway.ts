// A provider for a gateway of one's own: what its envelope looks like, and what its codes mean.
import { defineProvider, isApiError } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { replay } from './mock/replay.ts'

const gateway = defineProvider({
  id: 'gateway',
  hosts: ['gateway.example.com'],
  dialects: [
    {
      code: 'errno',
      message: 'errmsg',
      requestId: '@x-trace-id',
      wait: { at: 'data.retry_in', unit: 's' },
      success: [0],
      codes: { '1001': 'token-expired', '2001': 'throttled', '3004': 'ok' },
    },
  ],
})

replay('https://gateway.example.com/orders', {
  headers: { 'x-trace-id': 'f00d' },
  body: { errno: 2001, errmsg: 'slow down', data: { retry_in: 5 } },
})

const apiFetch = wrapFetch(fetch, gateway)
await apiFetch('https://gateway.example.com/orders').catch((error: unknown) => {
  if (isApiError(error, gateway, '2001')) console.log(`${error.message}; wait ${error.retryAfterMs} ms`)
})
// prints: gateway 2001: throttled (HTTP 200): slow down; wait 5000 ms
