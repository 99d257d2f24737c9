// The catalog as @unifault/data has it, as far as the command shows it. Files are read when they are asked for, and once.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
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
const bytes = new Map<string, Buffer>()

/** A file as bytes: where only a part is wanted, the rest is never made a text. */
function bytesOf(name: string): Buffer {
  const found = bytes.get(name) ?? readFileSync(join(folder, name))
  bytes.set(name, found)
  return found
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

/** The tables that have a code, as `<provider>/<dialect>`. Its entry is sought in the bytes, and only that is parsed. */
export function tablesOf(code: string): readonly string[] {
  const all = bytesOf('codes.json')
  const key = `${JSON.stringify(code)}:[`
  // An entry stands behind the brace or behind another entry: elsewhere its text is a part of some other code.
  const at = ['{', ','].map((before) => all.indexOf(before + key)).find((found) => found >= 0)
  if (at === undefined) return []
  const start = at + Buffer.byteLength(key)
  return JSON.parse(all.toString('utf8', start, all.indexOf(']', start) + 1)) as string[]
}

/** A provider of the index. */
export function providerData(id: string): ProviderData {
  return readOnce(`providers/${id}.json`)
}

/** A range of a provider's data that holds one row. */
export function rowAt(id: string, start: number, length: number): Row {
  const row = Buffer.allocUnsafe(length)
  const file = openSync(join(folder, `providers/${id}.json`), 'r')
  try {
    readSync(file, row, 0, length, start)
  } finally {
    closeSync(file)
  }
  return JSON.parse(row.toString()) as Row
}

/** The words of all rows, as bytes: they are searched as they are, and only what is found is made a text. */
export function allWords(): Buffer {
  return bytesOf('words.tsv')
}
