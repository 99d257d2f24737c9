// Two platforms behind one proxy of one's own: `withHosts` says which path is whose. What nobody judges is told, not silent.
import { isApiError, withHosts, wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'
import { stripe } from '@unifault/providers/stripe'

const proxy = 'http://localhost:5173/api'
// Stands for the proxy; in life it is `fetch`.
const proxied = async (url: string): Promise<Response> =>
  url.includes('/pay/')
    ? Response.json({ error: { type: 'invalid_request_error' } }, { status: 401 })
    : Response.json({ code: -101, message: '账号未登录' })

const apiFetch = wrapFetch(
  proxied,
  [withHosts(bilibili, 'localhost:5173/api/bili'), withHosts(stripe, 'localhost:5173/api/pay')],
  { onUnjudged: ({ url, because }) => console.log(`nobody judges ${url} (${because})`) },
)

for (const path of ['/bili/x/web-interface/nav', '/pay/v1/charges', '/other'])
  await apiFetch(proxy + path).catch((error: unknown) => {
    if (!isApiError(error)) throw error
    console.log(error.provider, error.reason)
  })
// prints: bilibili unauthenticated
// prints: stripe client-invalid
// prints: nobody judges http://localhost:5173/api/other (host)
