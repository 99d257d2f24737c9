import { bindProvider } from '../provider/bind-provider.ts'
import type { BoundProvider } from '../provider/bound-provider.ts'
import { invalidOption } from '../provider/invalid-option.ts'
import type { Provider } from '../provider/provider.ts'
import { toUrl } from '../reading/received-answer.ts'

/** Finds who judges a URL; undefined when nobody does. */
export type SelectProvider = (url: unknown) => BoundProvider | undefined

/** What is remembered of origins is dropped as a whole at this number, so that a crawler of hosts cannot fill the memory. */
const mostOrigins = 512

/** One provider judges every URL. */
export function selectAlways(provider: Provider): SelectProvider {
  const bound = bindProvider(provider, 'providers.')
  return () => bound
}

/** A list is asked by host: the longest suffix on a dot boundary wins, else the fallback. */
export function selectByHost(providers: readonly Provider[], fallback: BoundProvider | undefined): SelectProvider {
  const bySuffix = new Map<string, BoundProvider>()
  const ids = new Set<string>()
  providers.forEach((provider, index) => {
    const bound = bindProvider(provider, `providers[${index}].`)
    if (ids.has(provider.id)) throw invalidOption(`providers[${index}].id`, 'unlike the ids before it', provider.id)
    ids.add(provider.id)
    provider.hosts?.forEach((host, at) => {
      const other = bySuffix.get(host)
      if (other !== undefined)
        throw invalidOption(`providers[${index}].hosts[${at}]`, `unlike the hosts of ${other.provider.id}`, host)
      bySuffix.set(host, bound)
    })
  })
  const byOrigin = new Map<string, BoundProvider | undefined>()

  function find(host: string): BoundProvider | undefined {
    for (let suffix = host.replace(/\.$/, ''); suffix !== '';) {
      const bound = bySuffix.get(suffix)
      if (bound !== undefined) return bound
      const dot = suffix.indexOf('.')
      suffix = dot < 0 ? '' : suffix.slice(dot + 1)
    }
    return fallback
  }

  return (url) => {
    const text = typeof url === 'string' ? url : undefined
    const key = text === undefined ? undefined : originOfText(text)
    if (key === undefined) {
      const parsed = toUrl(url)
      return parsed === undefined ? fallback : find(parsed.hostname)
    }
    const known = byOrigin.get(key)
    if (known !== undefined || byOrigin.has(key)) return known
    const parsed = toUrl(text)
    const found = parsed === undefined ? fallback : find(parsed.hostname)
    if (byOrigin.size >= mostOrigins) byOrigin.clear()
    byOrigin.set(key, found)
    return found
  }
}

/**
 * A URL's text up to its third slash: two URLs that share it share their origin.
 * Undefined where that does not hold: a query before the slash, user info with one, a backslash, or a scheme without `//`.
 */
function originOfText(url: string): string | undefined {
  const start = url.indexOf('://')
  if (start < 0 || start > 8) return undefined
  const slash = url.indexOf('/', start + 3)
  const origin = slash < 0 ? url : url.slice(0, slash)
  return origin.length > 512 || /[?#@\\\s]/.test(origin) ? undefined : origin
}
