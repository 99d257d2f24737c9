export type { IoRedisClient, NodeRedisClient } from './connection.ts'
export { type RedisCoolDown, redisCoolDown, type RedisCoolDownOptions } from './redis-cool-down.ts'
