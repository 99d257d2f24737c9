import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { describe, expect, test } from 'vitest'
import { connectionOf } from './connection.ts'

describe('a connection', () => {
  test('is made of a client of either package, as it is typed there', () => {
    const one = connectionOf(createClient())
    expect(one.isReady()).toBe(false)
    one.close()
    const client = new Redis({ lazyConnect: true })
    const other = connectionOf(client)
    expect(other.isReady()).toBe(false)
    other.close()
    client.disconnect()
  })

  test.each([{}, undefined, null, 'redis://localhost', { status: 5 }])('is not made of %s', (client) => {
    expect(() => connectionOf(client as never)).toThrow('client must be a client of redis or ioredis')
  })
})
