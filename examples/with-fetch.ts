// A wrapped fetch throws what the body says. A list of providers is asked by host; other hosts are judged by their status.
import { isApiError, wrapFetch } from '@unifault/fetch'
import { allProviders } from '@unifault/providers'
import { tencent } from '@unifault/providers/tencent'

const body = 'callback( {"error":100014,"error_description":"access token expired"} );'
// In life: wrapFetch(fetch, allProviders)
const apiFetch = wrapFetch(async () => new Response(body, { headers: { 'content-type': 'text/html' } }), allProviders)

try {
  await apiFetch('https://graph.qq.com/oauth2.0/me?access_token=a-secret')
} catch (error) {
  // The code is checked by the compiler: a code that QQ does not have would not compile.
  if (!isApiError(error, tencent, '100014')) throw error
  console.log(`${error.reason}: ${error.recovery} and ask ${error.request.url} again`)
}
// prints: token-expired: refresh-token and ask https://graph.qq.com/oauth2.0/me again
