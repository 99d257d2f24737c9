import type { IoRedisClient, NodeRedisClient } from '@unifault/redis'
import { Redis } from 'ioredis'
import { createClient } from 'redis'

/** A connected client of either package, that comes back soon after a break. */
export async function openClient(
  kind: 'redis' | 'ioredis',
  url: string,
): Promise<(NodeRedisClient | IoRedisClient) & { end: () => void }> {
  if (kind === 'redis') {
    const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on('error', () => undefined)
    await client.connect()
    return Object.assign(client, { end: () => client.destroy() })
  }
  const client = new Redis(url, { retryStrategy: () => 50 })
  client.on('error', () => undefined)
  await new Promise((resolve) => client.once('ready', resolve))
  return Object.assign(client, { end: () => client.disconnect() })
}
