// Branch on who has to act. No status, no code and no message is looked at, and both platforms take the same way.
import { type ApiError, isApiError, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'
import { openai } from '@unifault/providers/openai'

function hint(error: ApiError): string {
  switch (error.category) {
    case 'auth':
      return error.recovery === 'sign-in' ? 'please sign in' : `${error.provider}: ${error.recovery}`
    case 'rate-limit':
      return `come back in ${error.retryAfterMs ?? 60_000} ms`
    case 'param':
      return `please correct ${error.param ?? 'your input'}`
    case 'server':
      return 'please try again later'
  }
}

// Stands for the network; in life it is `fetch`.
const network = async (url: string): Promise<Response> =>
  url.includes('bilibili')
    ? Response.json({ code: -101, message: '账号未登录', ttl: 1 })
    : Response.json({ error: { message: 'Incorrect API key.', code: 'invalid_api_key' } }, { status: 401 })
const apiFetch = wrapFetch(network, [bilibili, openai])

for (const url of ['https://api.bilibili.com/x/web-interface/nav', 'https://api.openai.com/v1/models'])
  await apiFetch(url).catch((error: unknown) => {
    if (!isApiError(error)) throw error
    console.log(hint(error))
  })
// prints: please sign in
// prints: openai: fix-config
