import { defineProvider, type Provider } from '@unifault/core'

/** An in-house gateway with a code for each way in which an error may be repeated. */
export const house: Provider<'house'> = defineProvider({
  id: 'house',
  hosts: ['api.house.test'],
  dialects: [
    {
      code: 'code',
      message: 'message',
      requestId: 'request_id',
      wait: { at: 'wait_ms', unit: 'ms' },
      success: [0],
      codes: {
        throttled: 'throttled', // after-wait
        busy: 'internal', // if-idempotent
        running: 'in-progress', // after-wait
        unscanned: 'authorization-pending', // poll
        expired: 'token-expired', // after-recovery
        stranger: 'unauthenticated', // never
        arrears: 'payment-required', // never
        crooked: 'invalid-parameter', // never
      },
    },
  ],
})

/** Where the gateway stands. */
export const houseUrl = 'https://api.house.test/v1/things'

/** Whether a Response works behind a Proxy: Node 22 asks for no more than the prototype. */
export const worksInProxy: boolean = (() => {
  try {
    return new Proxy(new Response(), {}).status === 200
  } catch {
    return false
  }
})()
