import { installApiErrors, isApiError } from '@unifault/axios'
import { wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'

const api = axios.create()
installApiErrors(api, bilibili)
globalThis.app = { api, isApiError, send: wrapFetch(fetch, bilibili) }
