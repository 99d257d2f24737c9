/** What runs in a page: the handlers in a browser, with msw's worker, and an adapter that reads what they answer. */
import { isApiError, wrapFetch } from '@unifault/fetch'
import { errorHandler, handlersOf, networkError, okHandler, sequence, streamError } from '@unifault/msw'
import { anthropic } from '@unifault/providers/anthropic'
import { bilibili } from '@unifault/providers/bilibili'
import { setupWorker } from 'msw/browser'

const nav = 'https://api.bilibili.com/x/web-interface/nav'
const messages = 'https://api.anthropic.com/v1/messages'

async function told(run: () => Promise<unknown>): Promise<string> {
  try {
    await run()
    return 'ok'
  } catch (error) {
    if (!isApiError(error)) throw error
    const { reason, code, retryAfterMs } = error
    return [reason, code, retryAfterMs].filter((one) => one !== undefined).join(' ')
  }
}

Object.assign(globalThis, {
  async run(): Promise<string[]> {
    const worker = setupWorker(
      ...handlersOf(bilibili),
      sequence([
        errorHandler(bilibili, '-352', { retryAfterMs: 2000, times: 2 }),
        networkError(bilibili),
        okHandler(bilibili),
      ]),
      streamError(anthropic, 'overloaded_error', { at: 3, interval: 150 }),
    )
    await worker.start({ quiet: true })
    const api = wrapFetch(fetch, [bilibili, anthropic], { streams: 'watch' })
    const results = [await told(() => api(nav, { headers: { 'x-unifault-code': '-101' } }))]
    for (let count = 0; count < 4; count++) results.push(await told(() => api(nav)))
    // Chromium's `text()` says no more than that it failed; a reader is told why.
    results.push(
      await told(async () => {
        const reader = (await api(messages, { method: 'POST' })).body?.getReader()
        while ((await reader?.read())?.done === false);
      }),
    )
    await worker.stop()
    return results
  },
})
