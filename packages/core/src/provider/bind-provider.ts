import { isRecord } from '../reading/is-record.ts'
import type { BoundProvider } from './bound-provider.ts'
import { invalidOption } from './invalid-option.ts'
import type { Provider } from './provider.ts'

/**
 * A provider made ready to judge.
 *
 * @param path stands before the names of its options, such as `providers[2].`
 * @throws TypeError that names the option, when it was not made by `defineProvider` or was changed to a bad value since
 */
export function bindProvider(provider: unknown, path: string): BoundProvider {
  const bind = isRecord(provider) ? provider['~bind'] : undefined
  if (typeof bind !== 'function') throw invalidOption(path.slice(0, -1), 'made by `defineProvider`', provider)
  return (bind as Provider['~bind'])(provider as Provider, path)
}
