// One provider as JSON says it: everything of its definition and tables that is data.
import type { Dialect, Place, Places, PlaceValue, Provider, States } from '@unifault/core'
import type { Note } from '../../providers/scripts/notes.ts'
import type { CatalogRow, CatalogTable } from '../../providers/scripts/read-catalog.ts'

/** What JSON holds; members that are undefined are left out. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/** The parts of a cell of sources, without the mark that the row's text is a name spelt out. */
function sourcesOf(cell: string): string[] {
  return cell.split('; ').map((one) => (one.startsWith('names ') ? one.slice('names '.length) : one))
}

function expression({ source, flags }: RegExp): { match: string; flags?: string } {
  return { match: source, ...(flags !== '' && { flags }) }
}

function placeJson(place: Place): Json {
  return typeof place === 'string' ? place : { at: place.at, ...expression(place.match) }
}

function placesJson(places: Places | undefined): Json[] {
  return places === undefined ? [] : [places].flat().map(placeJson)
}

/** Absent, which JSON has no value for, is null. */
function valuesJson(values: readonly PlaceValue[]): Json[] {
  return values.map((value) => value ?? null)
}

function isStates(option: Places | readonly PlaceValue[] | States): option is States {
  return typeof option === 'object' && !Array.isArray(option) && !Object.hasOwn(option, 'match')
}

function statesJson(states: States): Json {
  return Object.fromEntries(Object.entries(states).map(([at, values]) => [at, valuesJson(values)]))
}

function orUndefined<T extends Json>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

function dialectPlaces(dialect: Dialect): Json {
  const { code, message, requestId, param, issues, wait = [] } = dialect
  return {
    code: orUndefined(placesJson(code)),
    message: orUndefined(placesJson(message)),
    requestId: orUndefined(placesJson(requestId)),
    param: orUndefined(placesJson(param)),
    issues: issues && { ...issues, at: placeJson(issues.at) },
    wait: orUndefined(
      [wait].flat().map(({ at, unit, spent }) => ({
        at: placesJson(at),
        unit,
        spent: spent === undefined ? undefined : placeJson(spent),
      })),
    ),
  }
}

function rowJson(row: CatalogRow, note?: Note): Json {
  const { code, reason, zh, en, when, fixZh, fixEn, source } = row
  return {
    code,
    reason,
    zh: zh || undefined,
    en: en || undefined,
    when: when || undefined,
    fixZh: fixZh || undefined,
    fixEn: fixEn || undefined,
    noteZh: note?.zh,
    noteEn: note?.en,
    spelledOut: source.split('; ').some((one) => one.startsWith('names ')) || undefined,
    sources: sourcesOf(source),
  }
}

function dialectJson(provider: Provider, dialect: Dialect, { tables, notes }: ProviderSources): Json {
  const {
    name = 'envelope',
    hosts,
    paths,
    readers,
    requires,
    success,
    dataDue,
    batch,
    judge,
    isProtocol,
    codes,
  } = dialect
  // A protocol brings codes of its own, whatever it is named.
  const table = typeof codes === 'string' ? tables.find((one) => one.dialect === name) : undefined
  const sharing =
    table === undefined &&
    typeof codes === 'string' &&
    provider.dialects.find((one) => one.codes === codes && tables.some((each) => each.dialect === one.name))
  return {
    name,
    hosts,
    paths,
    readers: readers?.map((reader) => reader.name),
    requires: requires === undefined ? undefined : isStates(requires) ? statesJson(requires) : placesJson(requires),
    places: dialectPlaces(dialect),
    success: success === undefined ? undefined : isStates(success) ? statesJson(success) : valuesJson(success),
    dataDue,
    batch: batch && { ...batch, at: placeJson(batch.at) },
    isData: judge === undefined,
    isProtocol,
    rowsOf: sharing ? sharing.name : undefined,
    rows:
      table?.rows.map((row) =>
        rowJson(
          row,
          notes.find((one) => one.dialect === name && one.code === row.code),
        ),
      ) ?? [],
  }
}

/** What stands in files about one provider. */
export interface ProviderSources {
  readonly tables: readonly CatalogTable[]
  readonly notes: readonly Note[]
  /** The day on which a source was last read for the catalog, where that is known. */
  readonly verifiedOn: (source: string) => string | undefined
}

/** A provider with its dialects and rows. */
export function providerData(provider: Provider, from: ProviderSources): Json {
  const { tables, verifiedOn } = from
  const { id, name, docs, hosts = [], sharedHosts, status, messages, idempotentPaths, idempotencyHeader } = provider
  const cells = new Set(tables.flatMap(({ rows }) => rows.map(({ source }) => source)))
  const sources = [...new Set([...cells].flatMap(sourcesOf))].sort()
  const verified = sources.map((source) => [source, verifiedOn(source)] as const).filter(([, day]) => day !== undefined)
  return {
    v: 1,
    id,
    name,
    docs,
    hosts,
    sharedHosts,
    status: status && Object.fromEntries(Object.entries(status)),
    messages: messages?.map(({ match, reason, when }) => ({
      ...(typeof match === 'string' ? { text: match } : expression(match)),
      reason,
      when,
    })),
    idempotentPaths,
    idempotencyHeader,
    dialects: provider.dialects.map((dialect) => dialectJson(provider, dialect, from)),
    lastVerified: verified.length === 0 ? undefined : Object.fromEntries(verified),
  }
}
