import { checkReason } from '../provider/check.ts'
import { invalidOption, refuseUnknown } from '../provider/invalid-option.ts'
import type { ClassifierOptions } from './classifier-options.ts'

/** The options that every adapter takes. */
export const classifierOptionNames: readonly string[] = ['fallback', 'pass', 'onError', 'onUnknownCode', 'onDefect']

/** Throws unless a value is a `pass`. */
export function checkPass(name: string, pass: unknown): void {
  if (pass === undefined || typeof pass === 'function') return
  if (!Array.isArray(pass)) throw invalidOption(name, 'an array of reasons or a function', pass)
  pass.forEach((reason, index) => checkReason(`${name}[${index}]`, reason))
}

/** Throws a TypeError that names the first malformed option. */
export function checkClassifierOptions(options: ClassifierOptions, isList: boolean): void {
  if (typeof options !== 'object' || options === null) throw invalidOption('options', 'an object', options)
  refuseUnknown(options, classifierOptionNames)
  const { fallback, pass } = options
  if (fallback !== undefined && !isList)
    throw invalidOption('fallback', 'left out: one provider judges every URL', fallback)
  if (fallback !== undefined && fallback !== 'status' && fallback !== false && typeof fallback !== 'object')
    throw invalidOption('fallback', "'status', a provider or false", fallback)
  checkPass('pass', pass)
  for (const name of ['onError', 'onUnknownCode', 'onDefect'] as const)
    if (options[name] !== undefined && typeof options[name] !== 'function')
      throw invalidOption(name, 'a function', options[name])
}
