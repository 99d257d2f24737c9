/**
 * All that Redis does, in one step that nothing comes between. Cool-downs are one sorted set: the score is the end, by Redis' own clock,
 * so that no two machines have to agree on the time.
 *
 * KEYS[1]: the set. ARGV[1]: the channel. ARGV[2]: '1' to be given all cool-downs. Then pairs of a key and a duration in milliseconds.
 * Gives back pairs of a key and what is left of it.
 */
export const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for i = 3, #ARGV, 2 do
  local ends = now + tonumber(ARGV[i + 1])
  local known = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if not known or tonumber(known) < ends then
    redis.call('ZADD', KEYS[1], ends, ARGV[i])
    redis.call('PUBLISH', ARGV[1], ARGV[i + 1] .. ' ' .. ARGV[i])
  end
end
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -10001)
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
if last[2] then redis.call('PEXPIREAT', KEYS[1], last[2]) end
local left = {}
if ARGV[2] == '1' then
  local all = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
  for i = 1, #all, 2 do
    left[i] = all[i]
    left[i + 1] = tostring(tonumber(all[i + 1]) - now)
  end
end
return left
`
