// The same from CommonJS.
import adapter = require('@unifault/axios')
import catalog = require('@unifault/providers/bilibili')
import axios = require('axios')

const api = axios.create()
adapter.installApiErrors(api, catalog.bilibili)

async function main(): Promise<void> {
  try {
    await api.get(String(process.env['SERVER']))
  } catch (error) {
    if (!adapter.isApiError(error)) throw error
    console.log('axios', error.category, error.reason, error.code)
  }
}
void main()
