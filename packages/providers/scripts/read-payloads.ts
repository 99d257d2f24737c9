import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer after a documented shape, and what it must be judged to be; null is a success. */
export interface Payload {
  readonly title: string
  readonly method: string
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The name of the server-sent event whose data the body is; empty where it has none. */
  readonly event?: string
  readonly expect: Readonly<Record<string, unknown>> | null
  /** Where this answer, or its shape, was published: a page, or `owner/repo@commit path`. */
  readonly source?: string
}

/** The payloads of a provider. */
export function readPayloads(provider: string): Payload[] {
  const file = join(import.meta.dirname, `../payloads/${provider}.jsonl`)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Payload)
}
