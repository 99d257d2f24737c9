import { isApiError } from '@unifault/core'
import { wrapKy } from '@unifault/ky'
import ky, { HTTPError } from 'ky'
import { expect, it } from 'vitest'
import { caught } from '../fetch/caught.ts'
import { house, houseUrl } from '../fetch/house.ts'

const once = ky.create({ retry: 0 })

/** A failed answer whose body never ends, in a program that is busy until the time-out of ky is long over. */
async function answerIn(timeout: number): Promise<Response> {
  setTimeout(() => {
    for (const start = Date.now(); Date.now() - start < 3 * timeout;);
  }, 1)
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"code":"partial"')),
  })
  return new Response(body, { status: 500, headers: { 'content-type': 'application/json' } })
}

it.each(['replace', 'attach', 'observe', 'parseJson'] as const)(
  'in mode %s a program that is busy while a body is looked at does not lose the answer to a time-out',
  async (mode) => {
    const timeout = 60
    const fetch = (): Promise<Response> => answerIn(timeout)
    expect(await caught(once.get(houseUrl, { fetch, timeout }))).toBeInstanceOf(HTTPError)
    const error = await caught(wrapKy(once, house, { mode }).get(houseUrl, { fetch, timeout }))
    if (mode === 'replace' || mode === 'parseJson') expect(isApiError(error) && error.status).toBe(500)
    else expect(error).toBeInstanceOf(HTTPError)
  },
)
