import { createRequire } from 'node:module'
import { createServer } from 'node:http'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
const require = createRequire('/work/main/test/axios/x.js')
const axios = require('axios')
import { installApiErrors, defineProvider } from '/work/main/packages/axios/src/index.ts'
import { bilibili } from '@unifault/providers/bilibili'
const body = '{"code":0,"message":"0","ttl":1,"data":{"mid":123456789,"a":1}}'
const answer = async (config) => ({ data: body, status: 200, statusText: 'OK', headers: { 'content-type': 'application/json' }, config, request: { res: { responseUrl: 'https://api.bilibili.com/x' } } })
const make = (installed) => { const i = axios.create({ adapter: answer }); if (installed === 'bound') installApiErrors(i, bilibili); if (installed === 'list') installApiErrors(i, [bilibili]); if (installed === 'observe') installApiErrors(i, bilibili, { mode: 'observe' }); if (installed === 'noop') i.interceptors.response.use((r) => r); return i }
const kinds = { bare: make(), again: make(), noop: make('noop'), bound: make('bound'), list: make('list'), observe: make('observe') }
const times = Object.fromEntries(Object.keys(kinds).map((k) => [k, []]))
for (let round = 0; round < 40; round++) for (const [k, i] of Object.entries(kinds)) {
  const t = performance.now(); for (let n = 0; n < 200; n++) await i.get('https://api.bilibili.com/x'); times[k].push((performance.now() - t) / 200 * 1000)
}
const med = (a) => a.slice(20).sort((x, y) => x - y)[Math.floor((a.length - 20) / 2)]
for (const k in times) console.log('in process', k, med(times[k]).toFixed(2), 'µs', (med(times[k]) / med(times.bare)).toFixed(3))
// loopback
const server = createServer((req, res) => { if (req.method === 'POST') { req.resume(); res.writeHead(413, { 'content-type': 'application/json', connection: 'close' }); req.on('end', () => res.end('{"code":1,"message":"too large"}')); return } res.writeHead(200, { 'content-type': 'application/json' }).end(body) })
await new Promise((r) => server.listen(0, '127.0.0.1', r))
const base = `http://127.0.0.1:${server.address().port}/`
const { Agent } = await import('node:http')
const httpAgent = new Agent({ keepAlive: true })
const net = { bare: axios.create({ httpAgent }), again: axios.create({ httpAgent }), bound: axios.create({ httpAgent }) }
installApiErrors(net.bound, bilibili)
const nt = { bare: [], again: [], bound: [] }
for (let round = 0; round < 400; round++) for (const k of round % 2 ? Object.keys(net) : Object.keys(net).reverse()) { const t = performance.now(); for (let n = 0; n < 20; n++) await net[k].get(base); nt[k].push((performance.now() - t) / 20 * 1000) }
for (const k in nt) console.log('loopback', k, med(nt[k]).toFixed(1), 'µs', (med(nt[k]) / med(nt.bare)).toFixed(3))
// 40 MB
const bytes = new Uint8Array(40_000_000).fill(120)
const forms = { 'postForm Buffer': (i) => i.postForm(base, { password: 'planted', file: Buffer.from(bytes.buffer) }), 'FormData Blob': (i) => { const f = new FormData(); f.append('password', 'x1y2z3'); f.append('file', new Blob([bytes])); return i.post(base, f) }, 'bytes': (i) => i.post(base, bytes), 'text': (i) => i.post(base, 'x'.repeat(40_000_000)) }
for (const [name, send] of Object.entries(forms)) for (const k of ['bare', 'bound', 'bare', 'bound']) {
  let longest = 0; let last = performance.now(); let on = true
  const tick = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (on) setImmediate(tick) }
  setImmediate(tick)
  const t = performance.now()
  await send(net[k]).catch((e) => e)
  on = false
  console.log('413 40 MB', name, k, 'longest block', longest.toFixed(1), 'ms, in all', (performance.now() - t).toFixed(0))
  await new Promise((r) => setTimeout(r, 50))
}
server.closeAllConnections(); server.close(); httpAgent.destroy()
