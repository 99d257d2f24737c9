import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An answer as it is on record: what mutation begins with. */
export interface Seed {
  readonly url: string
  readonly method: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const folder = join(import.meta.dirname, '../../packages/providers/payloads')

/** Every recorded answer of every provider. */
export const corpus: readonly Seed[] = globSync('*.jsonl', { cwd: folder })
  .sort()
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Seed)

function namesIn(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    names.add(name)
    namesIn(inner, names)
  }
}

const found = new Set(['__proto__', 'constructor', 'toJSON', 'then', 'length', '', '0'])
for (const { body } of corpus)
  try {
    namesIn(JSON.parse(body), found)
  } catch {
    // XML, HTML, a form
  }

/** Every name that a recorded body has, and those of the language. */
export const names: readonly string[] = [...found]

/** Every header name on record, and those that are read. */
export const headerNames: readonly string[] = [
  ...new Set([
    ...corpus.flatMap(({ headers }) => Object.keys(headers)),
    'content-type',
    'retry-after',
    'retry-after-ms',
    'x-ms-retry-after-ms',
    'ratelimit',
    'ratelimit-reset',
    'ratelimit-remaining',
    'x-ratelimit-reset',
    'x-ratelimit-remaining',
    'x-ratelimit-reset-requests',
    'x-request-id',
    'www-authenticate',
    'x-amzn-errortype',
    'x-ratelimit-reset-after',
    'x-rate-limit-reset',
  ]),
]
