import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'

const binary = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)

/** Whether there is a Redis or Valkey server to start. */
export const hasRedis: boolean = binary !== undefined

if (!hasRedis)
  console.warn('SKIPPED: the tests of @unifault/redis need redis-server or valkey-server, and there is none')

/** A store of a test, on a loopback port. */
export interface RedisServer {
  readonly url: string
  readonly port: number
  /** At once, as a machine fails. */
  kill(): Promise<void>
  /** Anew on the same port, with nothing in it. */
  start(): Promise<void>
}

/** Starts a store. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const server: RedisServer = {
    port,
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      const running = child
      child = undefined
      if (!running) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
    },
    async start() {
      const settings = [
        '--port',
        `${port}`,
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        tmpdir(),
      ]
      child = spawn(binary as string, settings, { stdio: 'ignore' })
      while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 20))
    },
  }
  await server.start()
  return server
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().startsWith('+PONG'))
    })
    socket.once('error', () => resolve(false))
  })
}
