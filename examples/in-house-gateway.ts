// A provider for a gateway of one's own. Its codes stand in a table, as they would in a file: one row per code, tabs between the cells.
import { textsOf } from '@unifault/core'
import { defineProvider, explain, isApiError, wrapFetch } from '@unifault/fetch'

const table = [
  'code\treason\twhen\ten',
  '1001\ttoken-expired\t\tThe session has expired',
  '2001\tthrottled\t\tToo many orders',
  "2001\tquota-exhausted\tmessage=daily*\tToday's orders are used up",
  'stock.*\tprecondition-failed\t\tOut of stock',
].join('\n')

const gateway = defineProvider({
  id: 'gateway',
  hosts: ['gateway.example.com'],
  dialects: [{ code: 'errno', message: 'errmsg', requestId: '@x-trace-id', success: [0], codes: table }],
})
const texts = textsOf(table, 'en', 'gateway')

for (const answer of [
  { errno: 2001, errmsg: 'slow down' },
  { errno: 2001, errmsg: 'daily limit' },
  { errno: 'stock.empty', errmsg: 'none left' },
]) {
  // In life: wrapFetch(fetch, gateway), once
  const apiFetch = wrapFetch(async () => Response.json(answer), gateway)
  await apiFetch('https://gateway.example.com/orders').catch((error: unknown) => {
    if (isApiError(error, gateway)) console.log(`${error.message} (${explain(error, texts)})`)
  })
}
// prints: gateway 2001: throttled (HTTP 200): slow down (Too many orders)
// prints: gateway 2001: quota-exhausted (HTTP 200): daily limit (Today's orders are used up)
// prints: gateway stock.empty: precondition-failed (HTTP 200): none left (Out of stock)
