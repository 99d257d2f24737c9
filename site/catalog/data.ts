// The catalog as `@unifault/data` has it: what of its form this site reads.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a value stands in an answer: a path, or a path and what to take of it. */
export type Place = string | { readonly at: string; readonly match?: string }
export type Places = Place | readonly Place[]

/** What one code means. */
export interface Row {
  readonly code: string
  /** One of the 35 reasons, or `ok`. */
  readonly reason: string
  readonly zh?: string
  readonly en?: string
  readonly when?: string
  readonly fixZh?: string
  readonly fixEn?: string
  readonly sources: readonly string[]
}

/** One envelope of a provider, with its rows. */
export interface Dialect {
  readonly name: string
  readonly hosts?: readonly string[]
  readonly paths?: readonly string[]
  readonly readers?: readonly string[]
  readonly places: {
    readonly code?: Places
    readonly message?: Places
    readonly requestId?: Places
    readonly param?: Places
  }
  readonly success?: unknown
  /** False: a function decides as well, which data cannot say. */
  readonly isData: boolean
  readonly rows: readonly Row[]
}

export interface ProviderData {
  readonly id: string
  readonly name?: string
  readonly docs?: string
  readonly hosts?: readonly string[]
  readonly dialects: readonly Dialect[]
  /** Source → the day on which it was last read. */
  readonly lastVerified?: Readonly<Record<string, string>>
}

const folder = fileURLToPath(new URL('../../packages/data/json', import.meta.url))

/** All providers, by id, as `@unifault/data` was generated. */
export function readProviders(): ProviderData[] {
  const { providers } = readJson('index.json') as { providers: readonly { id: string }[] }
  return providers.map(({ id }) => readJson(`providers/${id}.json`) as ProviderData)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
