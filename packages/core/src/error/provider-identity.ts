/** As much of a provider as an error needs to know: who it is and, as a type only, which codes it has. */
export interface ProviderIdentity<Id extends string = string, Code extends string = string> {
  readonly id: Id
  /** A type only; never present. */
  readonly '~code'?: Code
}
