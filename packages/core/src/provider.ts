// Providers: plain data, checked where a user defines one, and the ways to make a variant of one.
import { checkCodes, checkDefinition, checkPlaces } from '#checks'
import { own } from './answer.ts'
import type { CodeRows } from './codes.ts'
import type { Dialect } from './dialect.ts'
import type { Outcome, Reason } from './reasons.ts'
import { encodeTable, isTable } from './codes.ts'

/** As much of a provider as an error needs to know: who it is and, as a type only, which codes it has. */
export interface ProviderIdentity<Id extends string = string, Code extends string = string> {
  readonly id: Id
  /** A type only; never present. */
  readonly '~code'?: Code
}

/** A provider's message → reason, for platforms that give nothing else. */
export interface MessageRule {
  /** A text with at most one `*`, so anchored at the other end, or an anchored expression; compared after trimming. */
  readonly match: string | RegExp
  /** What a message that matches means. */
  readonly reason: Reason
  /** Tests that must hold too, in the catalog's form: `status=4xx`, `path=/pay/*`, `has=error`. Without one, the status must leave room for the reason. */
  readonly when?: string | undefined
}

/** What a message and a code that no table knows mean, as far as their words tell. */
export interface Words {
  /**
   * Says what a text means; undefined when the words tell nothing.
   *
   * @param text `message` and `code` as the provider sent them, at least one of them
   * @returns undefined when the words tell nothing; `confidence` runs from 0 to 1 and is calibrated
   */
  read(text: {
    readonly message?: string | undefined
    readonly code?: string | undefined
    readonly status: number
  }): { readonly reason: Outcome; readonly confidence: number } | undefined
  /** A wait that is told in words, in milliseconds. */
  wait?(message: string): number | undefined
}

/** What `defineProvider` takes. */
export interface ProviderDefinition<Id extends string = string, D extends readonly Dialect[] = readonly Dialect[]> {
  /** Kebab-case; what `error.provider` shows. */
  readonly id: Id
  /** Tried in order; the first that claims an answer decides. */
  readonly dialects: D
  /** The provider's name as people write it. */
  readonly name?: string | undefined
  /** Host suffixes on dot boundaries: `bilibili.com` is also `api.bilibili.com`. */
  readonly hosts?: readonly string[] | undefined
  /**
   * Globs over the host, or over host and path: where customers run APIs of their own under the provider's names. What the dialects do
   * not claim there is the fallback's.
   */
  readonly sharedHosts?: readonly string[] | undefined
  /** The page about the provider's errors; what `error.docUrl` shows. */
  readonly docs?: string | undefined
  /** This provider's reading of a bare HTTP status from 400 on. */
  readonly status?: Readonly<Record<number, Reason>> | undefined
  /** What messages mean where no code tells it. */
  readonly messages?: readonly MessageRule[] | undefined
  /** Reads what neither tables nor rules know, where the classifier was given no `words` of its own. */
  readonly words?: Words | undefined
  /** Globs over the path: repeating a POST there does no harm. */
  readonly idempotentPaths?: readonly string[] | undefined
  /** The header that makes a request safe to repeat; `Idempotency-Key` where it is left out. */
  readonly idempotencyHeader?: string | undefined
}

/** A platform: id, hosts, docs, and the dialects that it speaks. Plain data. */
export interface Provider<Id extends string = string, Code extends string = string>
  extends ProviderDefinition<Id>, ProviderIdentity<Id, Code> {
  /** A user's own reading of codes, by `withCodes`; it stands above all tables. */
  readonly overrides?: CodeRows | undefined
  /** Further places where it answers, by `withHosts`. */
  readonly places?: readonly ProviderPlace[] | undefined
}

/** A place where a provider answers beside its own hosts. */
export interface ProviderPlace {
  /** As the user named it. */
  readonly name: string
  /** What stands in the path before the provider's own. */
  readonly prefix: string
  matches(url: { readonly host: string; readonly authority: string; readonly path: string }): boolean
}

/** A code as a type: the one `*` of a family stands for any text. */
type CodeType<Code> = Code extends number
  ? `${Code}`
  : Code extends `${infer Head}*${infer Tail}`
    ? `${Head}${string}${Tail}`
    : Code extends string
      ? Code
      : never

/** The union of a table's codes; a plain text may have any. */
type CodesOf<Rows> = Rows extends string
  ? Rows extends { readonly '~code'?: infer Code extends string }
    ? Code
    : string
  : CodeType<keyof Rows>

/** The codes of a list of dialects. */
type CodesOfAll<D extends readonly Dialect[]> = D[number] extends infer One
  ? One extends { readonly codes: infer Rows }
    ? CodesOf<NonNullable<Rows>>
    : never
  : never

/**
 * A provider of one's own, checked.
 *
 * @throws TypeError that names the option, the value and what was expected
 * @example
 * const gateway = defineProvider({
 *   id: 'gateway',
 *   hosts: ['api.example.com'],
 *   dialects: [{ code: 'code', message: 'msg', success: [0], codes: { '1001': 'token-expired', 'B*': 'invalid-parameter' } }],
 * })
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineProvider<const Id extends string, const D extends readonly Dialect[]>(
  definition: ProviderDefinition<Id, D>,
): Provider<Id, CodesOfAll<D>> {
  checkDefinition(definition)
  const dialects = definition.dialects.map((dialect) => {
    const codes: unknown = own(dialect, 'codes')
    return typeof codes === 'string' && isTable(codes) ? { ...dialect, codes: encodeTable(codes) } : dialect
  })
  return { ...definition, dialects }
}

/**
 * A provider with the user's own reading of some codes, above all of its tables. The codes may be new ones, families with one `*`,
 * or a value that means success.
 *
 * @throws TypeError that names the code, when an outcome is neither a reason nor `ok`
 * @example
 * const polling = withCodes(bilibili, { '86101': 'ok', '86*': 'authorization-pending' })
 */
/* @__NO_SIDE_EFFECTS__ */
export function withCodes<Id extends string, Code extends string, const New extends string>(
  provider: Provider<Id, Code>,
  codes: { readonly [C in New]: Outcome },
): Provider<Id, Code | CodeType<New>> {
  checkCodes(provider, codes)
  return { ...provider, overrides: { ...(provider.overrides as object | undefined), ...codes } }
}

/**
 * A provider with further places where it answers, such as a proxy of one's own. A place is `host[:port][/prefix]`, or a path prefix
 * alone for relative URLs and the page's own origin. The longest match wins; the prefix is taken off before paths are compared.
 *
 * @throws TypeError that names the place, when one is malformed
 * @example
 * installApiErrors(axios, [withHosts(bilibili, '/api/bili'), withHosts(openai, 'localhost:8787/openai')])
 */
/* @__NO_SIDE_EFFECTS__ */
export function withHosts<P extends Provider>(provider: P, ...places: string[]): P {
  checkPlaces(provider, places)
  return { ...provider, places: [...(provider.places ?? []), ...places.map(placeOf)] }
}

/** `host[:port]/prefix` as a place. One without a host is for relative URLs and for the page's own origin. */
function placeOf(place: string): ProviderPlace {
  // As URLs are written: a port that is the scheme's own is left out.
  const name = place.replace(/(?<!\/)\/+$/, '').replace(/^([^/]*[^:/]):(?:80|443)(?=\/|$)/, '$1')
  const cut = name.indexOf('/')
  const [at, prefix] = cut < 0 ? [name, ''] : [name.slice(0, cut), name.slice(cut)]
  return {
    name,
    prefix,
    matches({ host, authority, path }) {
      if (prefix !== '' && path !== prefix && !path.startsWith(`${prefix}/`)) return false
      if (at === '')
        return authority === '' || authority === (globalThis as { location?: { host?: unknown } }).location?.host
      return at.includes(':') ? authority === at : host === at || host.endsWith(`.${at}`)
    },
  }
}
