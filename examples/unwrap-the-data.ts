// `{ code, data }`: with the errors gone, what is left is the data. An interceptor behind ours hands it out.
import { defineProvider, installApiErrors, isApiError } from '@unifault/axios'
import axios from 'axios'

const codes = { '4041': 'not-found' } as const
const gateway = defineProvider({ id: 'gateway', dialects: [{ code: 'code', message: 'msg', success: [0], codes }] })

const api = axios.create({
  // Stands for the network; in life, leave it out.
  adapter: async (config) => {
    const data = config.url === '/orders' ? { code: 0, data: [{ id: 7 }] } : { code: 4041, msg: 'no such order' }
    return { data, status: 200, statusText: 'OK', headers: {}, config }
  },
})
installApiErrors(api, gateway)
api.interceptors.response.use((response) => ({ ...response, data: response.data.data }))

const { data } = await api.get<{ id: number }[]>('/orders')
console.log(data)
await api.get('/orders/8').catch((error: unknown) => {
  if (isApiError(error, gateway, '4041')) console.log(error.reason)
})
// prints: [ { id: 7 } ]
// prints: not-found
