// What adapters of clients that are built on fetch need.
import { own } from '@unifault/core/adapter'

export * from './examine.ts'
export { attachTo } from './late.ts'

/** One wrapping of a client, which a later one with the same providers and mode renews in place. */
export interface Layer {
  /** The ids of its providers, in order. */
  readonly ids: readonly string[]
  readonly mode: string
  /** Puts other options in the place of its own, those of a hot reload or of the next test. */
  renew(settings: object): void
}

/** The ids of what a wrapping was given. */
export function idsOf(providers: unknown): string[] {
  return [providers].flat().map((provider) => String(own(provider, 'id')))
}

/**
 * Renews the layer that has these providers and this mode.
 *
 * @param layers those that the client has
 * @param name what the client is called in the error
 * @returns false when there is none, and a new one may be laid around the client: around a bare one, or where one of two only observes
 * @throws TypeError that names both, when the client has other providers or another mode
 */
export function renews(
  layers: readonly Layer[],
  name: string,
  { ids, mode }: Omit<Layer, 'renew'>,
  settings: object,
): boolean {
  const same = layers.find((layer) => layer.mode === mode && layer.ids.join() === ids.join())
  same?.renew(settings)
  const other = layers.find((layer) => layer.mode !== 'observe')
  if (same === undefined && other !== undefined && mode !== 'observe')
    throw new TypeError(
      `\`${name}\` is wrapped already, for ${shown(other)}; it cannot be wrapped for ${shown({ ids, mode })} too: wrap the bare one`,
    )
  return same !== undefined
}

function shown({ ids, mode }: Omit<Layer, 'renew'>): string {
  return `${ids.join(', ')} (mode '${mode}')`
}
