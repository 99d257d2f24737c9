// The catalog as `@unifault/data` has it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProviderFile } from '../../packages/data/scripts/form.ts'

export type { Dialect, Place, ProviderFile, Row } from '../../packages/data/scripts/form.ts'

const folder = fileURLToPath(new URL('../../packages/data/json', import.meta.url))

/** All providers, by id, as `@unifault/data` was generated. */
export function readProviders(): ProviderFile[] {
  const { providers } = readJson('index.json') as { providers: readonly { id: string }[] }
  return providers.map(({ id }) => readJson(`providers/${id}.json`) as ProviderFile)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
