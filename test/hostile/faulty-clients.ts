import { Agent } from 'node:http'
import { installApiErrors } from '@unifault/axios'
import { defineProvider, isApiError } from '@unifault/core'
import { wrapFetch } from '@unifault/fetch'
import { wrapKy } from '@unifault/ky'
import axios from 'axios'
import ky from 'ky'

const gate = defineProvider({
  id: 'gate',
  dialects: [{ code: 'code', message: 'message', success: [0], codes: { 7: 'throttled' } }],
})
/** How long a client waits for a server that stalls, and how much it reads of one that never ends. */
const patience = 150
const most = 1_000_000

export const agent: Agent = new Agent({ keepAlive: true })
const options = {
  timeout: patience,
  maxContentLength: most,
  maxRedirects: 3,
  responseType: 'text',
  httpAgent: agent,
} as const
const [overHttp, overFetch] = (['http', 'fetch'] as const).map((adapter) => {
  // Over fetch, axios itself leaves the socket of an answer that is larger than `maxContentLength` open.
  const instance = axios.create({ ...options, adapter, ...(adapter === 'fetch' ? { maxContentLength: -1 } : {}) })
  installApiErrors(instance, gate)
  return instance
}) as [ReturnType<typeof axios.create>, ReturnType<typeof axios.create>]
const wrappedKy = wrapKy(ky.create({ retry: 0, timeout: patience }), gate)
const wrappedFetch = wrapFetch(fetch, gate)

/** Reads a body as far as its reader is willing to. */
async function read(response: Response): Promise<string> {
  let text = ''
  if (response.body === null) return text
  for await (const piece of response.body) {
    text += Buffer.from(piece).toString()
    if (text.length > most) break
  }
  return text
}

/** Every client with an adapter; each gives the body, and gives up in time by its own means. */
export const clients: Readonly<Record<string, (url: string) => Promise<string>>> = {
  'axios over http': async (url) => (await overHttp.get<string>(url)).data,
  'axios over fetch': async (url) => (await overFetch.get<string>(url)).data,
  ky: async (url) => read(await wrappedKy.get(url, { totalTimeout: patience })),
  fetch: async (url) => read(await wrappedFetch(url, { signal: AbortSignal.timeout(patience) })),
}

/** What came of a call: a body's beginning, an ApiError's reason, or the name of the client's own error. */
export async function outcomeOf(call: Promise<string>): Promise<string> {
  try {
    return `answer ${(await call).slice(0, 24)}`
  } catch (error) {
    if (isApiError(error)) return `ApiError ${error.reason}`
    const { name, code } = error as { name?: string; code?: unknown }
    return `own ${typeof code === 'string' ? code : name}`
  }
}
