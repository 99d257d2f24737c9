import { isApiError, problemResponse, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'

const send = wrapFetch({ fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init) }, bilibili)

export default {
  async fetch(): Promise<Response> {
    try {
      return await send('https://api.bilibili.com/x/web-interface/nav')
    } catch (error) {
      return isApiError(error) ? problemResponse(error) : new Response(String(error), { status: 500 })
    }
  },
}
