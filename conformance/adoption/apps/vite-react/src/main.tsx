import { installApiErrors, isApiError, type ApiError } from '@unifault/axios'
import { explain } from '@unifault/core'
import { bilibili } from '@unifault/providers/bilibili'
import { texts } from '@unifault/providers/bilibili/texts/en'
import axios from 'axios'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const api = axios.create()
installApiErrors(api, bilibili)

function App() {
  const [error, setError] = useState<ApiError>()
  useEffect(() => {
    api.get('/x/web-interface/nav').catch((reason: unknown) => {
      if (isApiError(reason)) setError(reason)
    })
  }, [])
  return <p role="status">{error ? `${error.category}: ${explain(error, texts)}` : 'loading'}</p>
}

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
