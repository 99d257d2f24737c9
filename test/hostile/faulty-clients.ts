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
/** How much a client reads of a server that never ends. */
const most = 1_000_000

export const agent: Agent = new Agent({ keepAlive: true })
const options = {
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
const wrappedKy = wrapKy(ky.create({ retry: 0 }), gate)
const wrappedFetch = wrapFetch(fetch, gate)

/** Reads a body whole where it has a length, so that a late verdict is heard; else as far as its reader is willing to. */
async function read(response: Response): Promise<string> {
  if (response.headers.has('content-length')) return response.text()
  let text = ''
  if (response.body === null) return text
  for await (const piece of response.body) {
    text += Buffer.from(piece).toString()
    if (text.length > most) break
  }
  return text
}

/** Gives a call's body, and gives the call up after `patience` milliseconds. */
export type Client = (url: string, patience: number) => Promise<string>

/**
 * Every client with an adapter; each gives up by its own means. The time limit of ky and fetch ends where the Response is there, so the
 * body is the user's own signal's.
 */
export const clients: Readonly<Record<string, Client>> = {
  'axios over http': async (url, timeout) => (await overHttp.get<string>(url, { timeout })).data,
  'axios over fetch': async (url, timeout) => (await overFetch.get<string>(url, { timeout })).data,
  ky: async (url, timeout) =>
    read(await wrappedKy.get(url, { timeout, totalTimeout: timeout, signal: AbortSignal.timeout(2 * timeout) })),
  fetch: async (url, timeout) => read(await wrappedFetch(url, { signal: AbortSignal.timeout(timeout) })),
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
