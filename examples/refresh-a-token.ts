// Ten calls find at the same time that their token has expired, which this platform says under HTTP 200: one refresh, ten answers.
import { baidu } from '@unifault/providers/baidu'
import { createRecovery, refresh } from '@unifault/recovery'
import { wrapFetch } from '@unifault/fetch'

let token = 'old'
let refreshes = 0

// Stands for the network.
const api = wrapFetch(
  async (input) =>
    Response.json(
      new Request(input).url.endsWith('access_token=new')
        ? { error_code: 0, name: '度熊' }
        : { error_code: 111, error_msg: 'Access token expired' },
    ),
  baidu,
)

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

const names = await Promise.all(
  Array.from({ length: 10 }, () =>
    recovery(async ({ credential = '' }) => {
      const response = await api(`https://openapi.baidu.com/rest/2.0/passport/users/getInfo?access_token=${credential}`)
      return ((await response.json()) as { name: string }).name
    }),
  ),
)
console.log(`${names.length} answers, ${refreshes} refresh`)
// prints: 10 answers, 1 refresh
