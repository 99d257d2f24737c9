import { installApiErrors } from '@unifault/axios'
import { bilibili } from '@unifault/providers/bilibili'
import axios from 'axios'

/** A client with the middleware installed, for snippets that are about something else. */
export const api = axios.create()
installApiErrors(api, bilibili)
