// What an import loads and touches, told as one line of JSON:  node loaded.ts <module>
// A program of its own, since what is loaded once stays loaded.
import { registerHooks } from 'node:module'

/** Globals whose first touch costs a server milliseconds, or that are missing somewhere. */
const watched = [
  'Response',
  'Request',
  'Headers',
  'fetch',
  'FormData',
  'WebSocket',
  'EventSource',
  'crypto',
  'navigator',
  'localStorage',
  'document',
  'window',
  'XMLHttpRequest',
] as const

const [module = ''] = process.argv.slice(2)
const modules = new Set<string>()
const touched = new Set<string>()
registerHooks({
  load(url, context, next) {
    modules.add(url)
    return next(url, context)
  },
})
for (const name of watched) {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name)
  const read = (): unknown => descriptor?.get?.call(globalThis) ?? (descriptor?.value as unknown)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.add(name)
      return read()
    },
  })
}
await import(module)
const ours = [...modules].filter((url) => !url.includes('/node_modules/'))
const built = [...modules].filter((url) => url.startsWith('node:'))
console.log(JSON.stringify({ modules: ours.length, builtIn: built, touched: [...touched] }))
