import './browser.ts'
import { installApiErrors } from '@unifault/axios'
import type { Provider } from '@unifault/core'
import axios from 'axios'

const answers = [
  { success: false, errorCode: 2001, errorMessage: 'The order is too large', showType: 2 },
  { success: false, errorCode: 1001, errorMessage: 'expired' },
]

/** Stands for umi: a request function over axios, and the handler of its errors. */
export const install = async (provider: Provider, showError: (thrown: unknown) => void): Promise<void> => {
  for (const data of answers) {
    const request = axios.create({
      adapter: async (config) => ({ data, status: 200, statusText: 'OK', headers: {}, config }),
    })
    installApiErrors(request, provider)
    await request.get('https://pro.example.com/api/orders').catch(showError)
  }
}
