import { defineProvider } from '@unifault/core'

/** An in-house gateway, as `docs/own-provider.md` defines one. */
export const gateway = /* @__PURE__ */ defineProvider({
  id: 'gateway',
  hosts: ['gateway.example.com'],
  dialects: [
    {
      code: 'code',
      message: 'msg',
      issues: { at: 'errors', param: 'field', code: 'rule', message: 'text' },
      success: [0],
      codes: { '4000': 'invalid-parameter', '4010': 'token-expired', '4041': 'not-found', '5000': 'internal' },
    },
  ],
})
