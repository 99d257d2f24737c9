/** One process of a fleet: calls an API over and over, and tells what became of each call. Arguments: package, store, API. */
import { createClassifier } from '@unifault/core'
import { generic } from '@unifault/providers/generic'
import { coolDown, createRecovery, repeat } from '@unifault/recovery'
import { redisCoolDown } from '@unifault/redis'
import { openClient } from './open-client.ts'

const [kind = 'redis', store = '', api = ''] = process.argv.slice(2)
const client = await openClient(kind as 'redis' | 'ioredis', store)
const shared = redisCoolDown(client, { onDefect: (_error, at) => process.send?.({ defect: at }) })
const recovery = createRecovery({ repeat: repeat({ attempts: 5 }), coolDown: coolDown({ store: shared }) })
const classify = createClassifier(generic)

async function call(): Promise<void> {
  const response = await recovery.fetch({
    input: `${api}/?from=${process.pid}`,
    init: undefined,
    provider: 'api',
    async send(input, init: RequestInit | undefined) {
      const response = await fetch(input, init)
      const { status, headers } = response
      const error = classify({ url: response.url, method: 'GET', status, headers, body: await response.clone().text() })
      if (error) throw error
      return response
    },
  })
  await response.text()
}

process.on('disconnect', () => process.exit())
process.send?.({ ready: true })
for (;;) {
  await call().then(
    () => process.send?.({ done: true }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
}
