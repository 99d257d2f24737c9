/** An answer as dialects see it. Reading any of it never throws. */
export interface Answer {
  readonly url: URL | undefined
  readonly method: string
  readonly status: number
  /** A response header by its name in any case; undefined when absent. */
  header(name: string): string | undefined
  /** What the readers made of the body; undefined when none could read it. */
  readonly value: unknown
  /** The raw text where it is at hand, at most 1 MiB. */
  readonly text: string | undefined
}
