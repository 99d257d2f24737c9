/** What is used of a client of the package `redis`. */
export interface NodeRedisClient {
  /** Whether commands are sent at once. */
  readonly isReady: boolean
  /** Runs a script. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
  /** Makes a second connection, which listens. */
  duplicate(): unknown
  /** Adds a listener. */
  on(event: string, listener: (...given: unknown[]) => void): unknown
  /** Takes a listener away. */
  off(event: string, listener: (...given: unknown[]) => void): unknown
}

/** What is used of a client of the package `ioredis`. */
export interface IoRedisClient {
  /** `ready` when commands are sent at once. */
  readonly status: string
  /** Runs a script. */
  eval(script: string, numberOfKeys: number, ...given: string[]): Promise<unknown>
  /** Makes a second connection, which listens. */
  duplicate(): unknown
  /** Adds a listener. */
  on(event: string, listener: (...given: unknown[]) => void): unknown
  /** Takes a listener away. */
  off(event: string, listener: (...given: unknown[]) => void): unknown
}

/** The user's client, whichever package it is of, and a second connection that listens. */
export interface Connection {
  /** Whether a command would be sent now, not queued. */
  isReady(): boolean
  run(script: string, key: string, given: string[]): Promise<unknown>
  /**
   * Listens to a channel.
   *
   * @param ready called when listening begins, and after each break
   */
  listen(channel: string, heard: (message: string) => void, ready: () => void, failed: (error: unknown) => void): void
  close(): void
}

type Subscriber = NodeRedisClient &
  IoRedisClient & {
    connect(): Promise<unknown>
    subscribe(channel: string, listener?: (message: string) => void): Promise<unknown>
    destroy?(): void
    disconnect?(): void
  }

/**
 * What the two packages have in common.
 *
 * @throws TypeError when it is a client of neither
 */
export function connectionOf(client: NodeRedisClient | IoRedisClient): Connection {
  const isNodeRedis = typeof (client as Partial<NodeRedisClient> | undefined)?.isReady === 'boolean'
  if (!isNodeRedis && typeof (client as Partial<IoRedisClient> | undefined)?.status !== 'string')
    throw new TypeError(`client must be a client of redis or ioredis, got ${typeof client}`)
  const second = client.duplicate() as Subscriber
  let onReady = (): void => undefined
  return {
    isReady: () => (isNodeRedis ? (client as NodeRedisClient).isReady : (client as IoRedisClient).status === 'ready'),
    run: (script, key, given) =>
      isNodeRedis
        ? (client as NodeRedisClient).eval(script, { keys: [key], arguments: given })
        : (client as IoRedisClient).eval(script, 1, key, ...given),
    listen(channel, heard, ready, failed) {
      onReady = ready
      client.on('ready', ready)
      // Without a listener an error of the second connection would end the process.
      second.on('error', failed)
      second.on('ready', ready)
      if (isNodeRedis) {
        second
          .connect()
          .then(() => second.subscribe(channel, heard))
          .then(ready, failed)
        return
      }
      second.on('message', (_channel, message) => heard(String(message)))
      second.subscribe(channel).then(ready, failed)
    },
    close() {
      client.off('ready', onReady)
      try {
        if (isNodeRedis) second.destroy?.()
        else second.disconnect?.()
      } catch {
        // It was never open.
      }
    },
  }
}
