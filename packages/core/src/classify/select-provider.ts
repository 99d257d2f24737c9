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
    bound.fallback = fallback
    if (ids.has(provider.id)) throw invalidOption(`providers[${index}].id`, 'unlike the ids before it', provider.id)
    ids.add(provider.id)
    provider.hosts?.forEach((host, at) => {
      const other = bySuffix.get(host)
      if (other !== undefined)
        throw invalidOption(`providers[${index}].hosts[${at}]`, `unlike the hosts of ${other.provider.id}`, host)
      bySuffix.set(host, bound)
    })
  })
  const byOrigin = new Map<string, BoundProvider>()

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
    const key = typeof url === 'string' ? originOfText(url) : undefined
    const known = key === undefined ? undefined : byOrigin.get(key)
    if (known !== undefined) return known
    const parsed = toUrl(url)
    const found = parsed === undefined ? fallback : find(parsed.hostname)
    // An origin that nobody judges is found again each time: that is the rare case, and costs no more than parsing its URL.
    if (key !== undefined && found !== undefined && !/[?#@\\\s]/.test(key)) {
      if (byOrigin.size >= mostOrigins) byOrigin.clear()
      byOrigin.set(key, found)
    }
    return found
  }
}

/**
 * A URL's text up to its third slash: two URLs that share it share their origin, unless it holds a query, user info or a backslash;
 * such a text is never remembered, so it is never found.
 */
function originOfText(url: string): string | undefined {
  const start = url.indexOf('://')
  const slash = url.indexOf('/', start + 3)
  return start < 0 || slash <= start + 3 || slash > 512 ? undefined : url.slice(0, slash)
}
