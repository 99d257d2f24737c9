// The catalog as @unifault/data has it. Files are read when they are asked for, and once.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Category, Reason, Recovery, Retry } from '@unifault/core'

/** A provider, as the index lists it. */
export interface ProviderEntry {
  readonly id: string
  readonly name: string
  readonly docs?: string
  readonly hosts: readonly string[]
  readonly dialects: number
  readonly rows: number
}

/** A row of a code table. */
export interface Row {
  readonly code: string
  readonly reason: Reason | 'ok'
  readonly zh?: string
  readonly en?: string
  readonly when?: string
  readonly fixZh?: string
  readonly fixEn?: string
  readonly sources: readonly string[]
}

/** A dialect of a provider, as far as the command shows it. */
interface DialectData {
  readonly name: string
  readonly rowsOf?: string
  readonly rows: readonly Row[]
}

export interface ProviderData {
  readonly id: string
  readonly name: string
  readonly docs?: string
  readonly hosts?: readonly string[]
  readonly dialects: readonly DialectData[]
}

/** What follows from a reason. */
export interface Traits {
  readonly reason: Reason
  readonly category: Category
  readonly status: number
  readonly retry: Retry
  readonly recovery: Recovery
}

const folder = dirname(fileURLToPath(import.meta.resolve('@unifault/data/index.json')))
const read = new Map<string, unknown>()

/** As bytes, a sign each: three times as fast as reading UTF-8, and good enough to look for something. */
function bytesOf(name: string): string {
  return readFileSync(join(folder, name), 'latin1')
}

/** A text as it stands in such bytes, inside a JSON string. */
function asBytes(text: string): string {
  return Buffer.from(JSON.stringify(text).slice(1, -1)).toString('latin1')
}

function readOnce<T>(name: string): T {
  if (!read.has(name)) read.set(name, JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return read.get(name) as T
}

export function allProviders(): readonly ProviderEntry[] {
  return readOnce<{ providers: ProviderEntry[] }>('index.json').providers
}

/** Every exact code → the tables that have it, as `<provider>/<dialect>`. */
export function allCodes(): Readonly<Record<string, readonly string[]>> {
  return readOnce<{ codes: Record<string, string[]> }>('codes.json').codes
}

export function traitsOf(reason: Reason): Traits | undefined {
  return readOnce<{ reasons: Traits[] }>('taxonomy.json').reasons.find((one) => one.reason === reason)
}

/** The tables that have a code, as `<provider>/<dialect>`. Its entry is sought and only that is parsed. */
export function tablesOf(code: string): readonly string[] {
  const text = bytesOf('codes.json')
  const key = `"${asBytes(code)}":[`
  const at = [`{${key}`, `,${key}`].map((start) => text.indexOf(start)).find((found) => found >= 0)
  if (at === undefined) return []
  const start = at + key.length
  return JSON.parse(text.slice(start, text.indexOf(']', start) + 1)) as string[]
}

/** A provider of the index. */
export function providerData(id: string): ProviderData {
  return readOnce(`providers/${id}.json`)
}

/** The providers whose data have each of the words somewhere, in any case; the others need not be parsed. */
export function providersWith(words: readonly string[]): ProviderData[] {
  const patterns = words.map((word) => new RegExp(asBytes(word).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'i'))
  return allProviders()
    .filter(({ id }) => {
      const bytes = bytesOf(`providers/${id}.json`)
      return patterns.every((pattern) => pattern.test(bytes))
    })
    .map(({ id }) => providerData(id))
}
