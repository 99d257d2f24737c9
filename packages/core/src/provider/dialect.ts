import type { Answer } from '../reading/answer.ts'
import type { Reader } from '../reading/reader.ts'
import type { CodeRows } from './code-rows.ts'
import type { Verdict } from './verdict.ts'

/** One error envelope of a provider, with its code table. Most are made by `envelope`. */
export interface Dialect<Code extends string = string> {
  readonly name: string
  /** Globs over the whole host name and path; they narrow only on the provider's own hosts. */
  readonly hosts?: readonly string[] | undefined
  readonly paths?: readonly string[] | undefined
  /** What reads the body besides JSON. */
  readonly readers?: readonly Reader[] | undefined
  readonly codes?: CodeRows | undefined
  /** Below 400, an answer here that cannot be read is a `malformed-response`. */
  readonly dataDue?: boolean | undefined
  judge(answer: Answer): Verdict
  /** A type only; never present. */
  readonly '~code'?: Code
}
