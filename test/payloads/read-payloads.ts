import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer of a provider, after its documented shape, and what must come of it. */
export interface Payload {
  readonly title: string
  readonly method: string
  readonly url: string
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
  /** null: a success. */
  readonly expect: { readonly reason: string } | null
}

/** The payloads of one provider. */
export function readPayloads(provider: string): Payload[] {
  const file = join(import.meta.dirname, `../../packages/providers/payloads/${provider}.jsonl`)
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Payload)
    : []
}
