// The README's three clients, against a server that answers HTTP 200 with the error in the body.
import { installApiErrors, isApiError } from '@unifault/axios'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'
import ky from 'ky'

const url = String(process.env['SERVER'])
const api = axios.create()
installApiErrors(api, bilibili)
const client = wrapKy(ky, bilibili)
const send = wrapFetch(fetch, bilibili)

const calls: Record<string, () => Promise<unknown>> = {
  axios: () => api.get(url),
  ky: () => client.get(url).json(),
  fetch: () => send(url),
}

for (const [name, call] of Object.entries(calls))
  await call().then(
    () => console.log(name, 'told nothing'),
    (error: unknown) => {
      if (!isApiError(error, bilibili, '-101')) throw error
      console.log(name, error.category, error.reason, error.code)
    },
  )
