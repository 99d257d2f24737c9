// Waiting for a QR code to be scanned is no exception: what `pass` names goes on as an ordinary answer.
import { setTimeout as sleep } from 'node:timers/promises'
import { wrapFetch } from '@unifault/fetch'
import { bilibili } from '@unifault/providers/bilibili'

const pending = { code: 86039, message: '二维码尚未确认', ttl: 1 }
const answers = [pending, pending, { code: 0, message: '0', ttl: 1, data: { mid: 2 } }]
// In life: wrapFetch(fetch, …)
const poll = wrapFetch(async () => Response.json(answers.shift()), bilibili, { pass: ['authorization-pending'] })

for (;;) {
  // Still throws when the QR code has expired (86038).
  const response = await poll('https://passport.bilibili.com/x/passport-tv-login/qrcode/poll', { method: 'POST' })
  const { code, data } = (await response.json()) as { code: number; data?: { mid: number } }
  if (code === 0) {
    console.log(`signed in as ${data?.mid}`)
    break
  }
  console.log('not scanned yet')
  await sleep(10)
}
// prints: not scanned yet
// prints: not scanned yet
// prints: signed in as 2
