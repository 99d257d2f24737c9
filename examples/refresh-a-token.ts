// Fifty calls find at the same time that their token has expired, which this platform says under HTTP 200: one refresh, fifty answers.
import { wrapFetch } from '@unifault/fetch'
import { baidu } from '@unifault/providers/baidu'
import { createRecovery, refresh } from '@unifault/recovery'

let token = 'old'
let refreshes = 0

const recovery = createRecovery({
  refresh: refresh({
    current: () => token,
    apply: (request, credential) => request.query.set('access_token', credential),
    async refresh() {
      refreshes++
      return (token = 'new') // in life: a request with the refresh token, through a client without this recoverer
    },
  }),
})

// Stands for the network; in life it is `fetch`.
const network: typeof fetch = async (input, init) =>
  Response.json(
    new Request(input, init).url.endsWith('access_token=new')
      ? { error_code: 0, name: '度熊' }
      : { error_code: 111, error_msg: 'Access token expired' },
  )
const apiFetch = wrapFetch(network, baidu, { recovery })

const url = 'https://openapi.baidu.com/rest/2.0/passport/users/getInfo'
const answers = await Promise.all(Array.from({ length: 50 }, async () => (await apiFetch(url)).json()))
console.log(`${answers.length} answers, ${refreshes} refresh`, answers.at(-1))
// prints: 50 answers, 1 refresh { error_code: 0, name: '度熊' }
