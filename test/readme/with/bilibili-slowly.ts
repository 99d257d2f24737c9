import { setTimeout as sleep } from 'node:timers/promises'

/** The headers come at once, the body only when nobody looks any more. (msw would hold the headers back until the body is there.) */
const late = new ReadableStream(
  {
    async pull(stream) {
      await sleep(1000)
      stream.enqueue(new TextEncoder().encode('{"code":-101,"message":"账号未登录","ttl":1}'))
      stream.close()
    },
  },
  { highWaterMark: 0 },
)

globalThis.fetch = () => Promise.resolve(new Response(late, { headers: { 'content-type': 'application/json' } }))
