import { type CoolDownStore, memory } from '@unifault/recovery'
import { connectionOf, type IoRedisClient, type NodeRedisClient } from './connection.ts'
import { script } from './script.ts'

/** What `redisCoolDown` takes beside the client. */
export interface RedisCoolDownOptions {
  /** Before the names of the key and the channel in Redis. Default `unifault:`. */
  readonly prefix?: string | undefined
  /** Told once when the store is down, and of what else goes wrong. Cool-downs of this process go on. Default: a warning. */
  readonly onDefect?: ((error: unknown, at: string) => void) | undefined
}

/** Cool-downs of a fleet. */
export interface RedisCoolDown extends CoolDownStore {
  /** Ends listening: the second connection is closed, the user's own stays. */
  close(): void
  /** The same as `close`, for `using`. */
  [Symbol.dispose](): void
}

/** So long a command may take before the store counts as down, in milliseconds. */
const patienceMs = 2000

/**
 * Shares cool-downs among processes through Redis or Valkey: for `coolDown({ store })`.
 * Each process keeps a mirror, which publish and subscribe feed, so a call asks no server; only beginning a cool-down is a command.
 * While the store is down each process cools down by itself; what it began is told to the others when the store is back.
 *
 * @param client a connected client of `redis` or `ioredis`; a second connection is made from it
 * @throws TypeError when it is no such client
 * @example
 * const client = await createClient({ url }).on('error', log).connect()
 * const store = redisCoolDown(client)
 * const recovery = createRecovery({ repeat: repeat(), coolDown: coolDown({ store }) })
 */
export function redisCoolDown(
  client: NodeRedisClient | IoRedisClient,
  { prefix = 'unifault:', onDefect }: RedisCoolDownOptions = {},
): RedisCoolDown {
  const connection = connectionOf(client)
  const name = `${prefix}cool-downs`
  const mirror = memory()
  /** Begun here and not over; of these, not known to Redis yet. A store that was down may have forgotten the rest, too. */
  const begun = new Set<string>()
  const unsent = new Set<string>()
  let isDown = false
  let isClosed = false
  let again: ReturnType<typeof setTimeout> | undefined

  function failed(error: unknown): void {
    if (isDown || isClosed) return
    isDown = true
    try {
      if (onDefect) onDefect(error, 'redis')
      else console.warn('unifault redis: cool-downs are this process’ own until Redis is back:', error)
    } catch {
      // A reporter that throws has nobody to report to.
    }
  }

  /** Tells Redis what it does not know, and asks it for all when `isAll`. */
  async function exchange(isAll: boolean): Promise<void> {
    if (isClosed) return
    if (!connection.isReady()) {
      failed(new Error('The connection is not ready'))
      return
    }
    const keys = [...(isAll ? begun : unsent)]
    const pairs: string[] = []
    for (const key of keys) {
      const ms = mirror.until(key)
      if (ms === undefined) begun.delete(key)
      else pairs.push(key, String(Math.ceil(ms)))
    }
    try {
      const left = await inTime(connection.run(script, name, [name, isAll ? '1' : '0', ...pairs]))
      isDown = false
      for (const key of keys) unsent.delete(key)
      if (Array.isArray(left))
        for (let i = 0; i + 1 < left.length; i += 2) mirror.hold(String(left[i]), Number(left[i + 1]))
    } catch (error) {
      failed(error)
    }
  }

  connection.listen(
    name,
    (message) => {
      const [, ms, key] = /^(\d+) (.*)$/s.exec(message) ?? []
      if (key !== undefined) mirror.hold(key, Number(ms))
    },
    () => {
      if (isClosed) return
      void exchange(true)
      // Once more: a client may say that it is ready and subscribe anew after.
      clearTimeout(again)
      again = setTimeout(() => void exchange(true), 1000)
      ;(again as { unref?: () => void }).unref?.()
    },
    failed,
  )

  function close(): void {
    isClosed = true
    clearTimeout(again)
    connection.close()
  }

  return {
    until: (key) => mirror.until(key),
    hold(key, ms) {
      if (!(ms > (mirror.until(key) ?? 0))) return
      mirror.hold(key, ms)
      begun.add(key)
      unsent.add(key)
      void exchange(false)
    },
    close,
    [Symbol.dispose]: close,
  }
}

/** A client may queue a command for as long as the connection is away. */
function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs} ms`)), patienceMs)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
