import { defineProvider } from '@unifault/core'

/** A shop whose tokens expire, which it says under HTTP 200. */
export const shop = /* @__PURE__ */ defineProvider({
  id: 'shop',
  hosts: ['shop.example.com'],
  dialects: [{ code: 'code', message: 'msg', success: [0], codes: { '4010': 'token-expired' } }],
})

let made = 0
/** Gets a new token. */
export const newToken = async (_signal: AbortSignal): Promise<string> => `fresh-${++made}`

globalThis.fetch = async (input, init) => {
  const isFresh = new Request(input, init).headers.get('authorization')?.startsWith('Bearer fresh')
  return Response.json(isFresh ? { code: 0, data: [] } : { code: 4010, msg: 'expired' })
}
