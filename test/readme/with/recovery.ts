import { createRecovery, type RefreshOptions, repeat } from '@unifault/recovery'

export const recovery = /* @__PURE__ */ createRecovery({ repeat: repeat() })
export const refreshOptions: RefreshOptions<string> = {
  current: () => 'token',
  apply: (request, token) => request.headers.set('authorization', `Bearer ${token}`),
  refresh: async () => 'new token',
}
export const hmac = async (text: string): Promise<string> => text
