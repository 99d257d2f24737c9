// The form of the published files as types: what schema.json says, for programs in this language.

/** What a place may hold; null: it is absent. */
type Value = string | number | boolean | null
/** Where something stands in an answer. */
export type Place = string | { readonly at: string; readonly match: string; readonly flags?: string }
/** Places, and the values of which each must hold one. */
export type States = Readonly<Record<string, readonly Value[]>>

export interface Row {
  readonly code: string
  /** One of the 35 reasons, or `ok`. */
  readonly reason: string
  readonly zh?: string
  readonly en?: string
  readonly when?: string
  readonly fixZh?: string
  readonly fixEn?: string
  readonly noteZh?: string
  readonly noteEn?: string
  readonly spelledOut?: true
  readonly sources: readonly string[]
}

export interface Dialect {
  readonly name: string
  readonly hosts?: string[]
  readonly paths?: string[]
  readonly readers?: readonly string[]
  readonly requires?: readonly Place[] | States
  readonly places: {
    readonly code?: readonly Place[]
    readonly message?: readonly Place[]
    readonly requestId?: readonly Place[]
    readonly param?: readonly Place[]
  }
  readonly success?: readonly Value[] | States
  /** False: a function decides as well, which data cannot say. */
  readonly isData: boolean
  readonly isProtocol?: boolean
  readonly rowsOf?: string
  readonly rows: Row[]
}

export interface ProviderFile {
  readonly id: string
  readonly name?: string
  readonly docs?: string
  readonly hosts: readonly string[]
  readonly status?: Readonly<Record<string, string>>
  readonly messages?: readonly {
    readonly text?: string
    readonly match?: string
    readonly flags?: string
    readonly reason: string
    readonly when?: string
  }[]
  readonly dialects: readonly Dialect[]
  /** Source → the day on which it was last read. */
  readonly lastVerified?: Readonly<Record<string, string>>
}

export interface Taxonomy {
  readonly statuses: Readonly<Record<string, string>>
}

/** An answer as a program reads it; `value` is what its parser made of the body. */
export interface Answer {
  readonly host: string
  readonly path: string
  readonly status: number
  readonly text: string
  readonly value: unknown
  readonly event?: string | undefined
  header(name: string): string | undefined
}

/** What an answer is: below 400 a success where nothing decided. */
export interface Verdict {
  readonly by?: 'code' | 'message' | 'status' | 'unmapped'
  readonly reason?: string | undefined
  readonly code?: string | undefined
  readonly message?: string | undefined
}
