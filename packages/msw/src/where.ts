// Which requests a handler answers: those to the provider's hosts, to a path below them, or what msw takes.
import type { Provider } from '@unifault/core'
import { type Check, invalidOption } from '@unifault/core/adapter'
import { matchRequestUrl } from 'msw'

/** Where a handler answers; see `HandlerOptions`. */
export type Where = string | RegExp | undefined

/** What `path` may be. */
export const isPath: Check = (value, name) => {
  if (!(value instanceof RegExp) && (typeof value !== 'string' || !/^(?:\/|\*|[a-z][a-z\d+.-]*:\/\/)/i.test(value)))
    throw invalidOption(name, "a path that begins with '/', a URL pattern of msw, or a RegExp", value)
}

/**
 * Whether a request is one that a handler answers.
 *
 * @throws TypeError when neither the provider nor the option says where
 */
export function compileWhere(provider: Provider, path: Where): (request: Request) => boolean {
  const { id, hosts = [], places = [] } = provider
  const isAnywhere = hosts.length === 0 && places.length === 0
  if (path instanceof RegExp || (path !== undefined && !path.startsWith('/')))
    return ({ url }) => matchRequestUrl(new URL(url), path).matches
  if (isAnywhere && path === undefined)
    throw new TypeError(`\`path\` must be given: ${id} has no hosts of its own, got undefined`)
  return ({ url }) => {
    const parsed = new URL(url)
    const { host: authority, hostname: host, origin, pathname } = parsed
    const place = places
      .filter((one) => one.matches({ host, authority, path: pathname }))
      .sort((a, b) => b.prefix.length - a.prefix.length)[0]
    const isAtHome = hosts.some((one) => host === one || host.endsWith(`.${one}`))
    if (!isAnywhere && !isAtHome && place === undefined) return false
    return path === undefined || matchRequestUrl(parsed, `${origin}${place?.prefix ?? ''}${path}`).matches
  }
}
