// What ends a run, and with which exit code.

/** The exit codes, as README documents them. */
export const exitCodes = {
  done: 0,
  /** Nothing was found, or what `--fail-on` names was. */
  negative: 1,
  /** The call or its input is wrong, or the output cannot be written. */
  usage: 2,
  /** A defect of ours. */
  defect: 3,
  /** Who read standard output has gone before the end. */
  readerGone: 4,
} as const

/** Where in the input something is wrong. */
export interface InputPosition {
  /** The file as the user named it; `-` for standard input. */
  readonly file?: string | undefined
  /** The line, from 1 on. */
  readonly line?: number | undefined
  /** What should have stood there. */
  readonly expected?: string | undefined
}

/**
 * Something that the user can mend. It is shown as one line, without a stack.
 *
 * @example
 * throw new UserError('is no JSON', { file: 'log.ndjson', line: 3, expected: 'an object a line' })
 * // log.ndjson:3: is no JSON; expected an object a line
 */
export class UserError extends Error {
  override readonly name = 'UserError'

  constructor(what: string, { file, line, expected }: InputPosition = {}) {
    const place = [file, line].filter((part) => part !== undefined).join(':')
    super(`${place === '' ? '' : `${place}: `}${what}${expected === undefined ? '' : `; expected ${expected}`}`)
  }
}
