import type { ProviderIdentity } from '../error/provider-identity.ts'
import type { Reason } from '../taxonomy/reason.ts'
import type { Outcome } from './code-rows.ts'
import type { BoundProvider } from './bound-provider.ts'
import type { Dialect } from './dialect.ts'

/** A provider's message → reason, for platforms that give nothing else. */
export interface MessageRule {
  /** A text with at most one `*`, so anchored at the other end, or an anchored expression; compared after trimming. */
  readonly match: string | RegExp
  readonly reason: Reason
  /** Tests that must hold too, in the catalog's form: `status=4xx`, `path=/pay/*`, `has=error`. */
  readonly when?: string
}

/** What `defineProvider` takes. */
export interface ProviderDefinition<Id extends string = string, Code extends string = string> {
  /** Kebab-case; what `error.provider` shows. */
  readonly id: Id
  /** Tried in order; the first that claims an answer decides. */
  readonly dialects: readonly Dialect<Code>[]
  readonly name?: string
  /** Host suffixes on dot boundaries: `bilibili.com` is also `api.bilibili.com`. */
  readonly hosts?: readonly string[]
  /** The page about the provider's errors; what `error.docUrl` shows. */
  readonly docs?: string
  /** This provider's reading of a bare HTTP status from 400 on. */
  readonly status?: Readonly<Record<number, Reason>>
  readonly messages?: readonly MessageRule[]
}

/** A platform: id, hosts, docs, and the dialects that it speaks. Made by `defineProvider`. */
export interface Provider<Id extends string = string, Code extends string = string>
  extends ProviderDefinition<Id, Code>, ProviderIdentity<Id, Code> {
  /** A user's own reading of codes, by `withCodes`; it stands above all tables. */
  readonly overrides?: ReadonlyMap<string, Outcome>
  /** Makes it ready to judge; throws a TypeError that names the option, with `path` before it, when one was changed to a bad value. */
  readonly '~bind': (provider: Provider, path: string) => BoundProvider
}
