import type { ClassifierOptions } from '@unifault/core'
import { classifierOptionNames, invalidOption, ownOf, refuseUnknown } from '@unifault/core/adapter'

const modes = ['replace', 'attach', 'parseJson'] as const

/** How errors reach the caller. */
export type Mode = (typeof modes)[number]

/** What `wrapKy` takes. */
export interface WrapKyOptions extends ClassifierOptions {
  /**
   * `'replace'` (the default): every failure is an ApiError, and errors in bodies go through ky's own retry.
   * `'attach'`: ky's classes stay, `apiErrorOf(error)` gives the ApiError; an error in a 200 body is a ky HTTPError.
   * `'parseJson'`: like `'replace'`, but bodies are judged only while `.json()` parses them. It costs nothing and sees bodies of any size,
   * yet an error in a 2xx body is neither repeated nor told to `beforeError`, and `.text()` and the bare response go by the status.
   */
  readonly mode?: Mode
}

/**
 * The mode and what is the classifier's.
 *
 * @throws TypeError that names the option, when the options are none or the mode is unknown
 */
export function readWrapKyOptions(options: WrapKyOptions): { mode: Mode; classifierOptions: ClassifierOptions } {
  if (typeof options !== 'object' || options === null) throw invalidOption('options', 'an object', options)
  refuseUnknown(options, [...classifierOptionNames, 'mode'])
  const { mode = 'replace', ...others } = ownOf(options)
  if (!modes.includes(mode)) throw invalidOption('mode', "'replace', 'attach' or 'parseJson'", mode)
  return { mode, classifierOptions: ownOf(others) }
}
