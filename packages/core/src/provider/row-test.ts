import type { Answer } from '../reading/answer.ts'
import { compileGlob } from '../reading/glob.ts'
import { compilePlace } from '../reading/place.ts'
import type { Fault } from './verdict.ts'

/** One test of a row's `when`. */
export type RowTest = (answer: Answer, fault: Fault) => boolean

/** A message pattern: exact, or anchored at the end where it has no `*`; compared after trimming. */
export function compileMessage(pattern: string): (message: string) => boolean {
  const matches = compileGlob(pattern.trim())
  return (message) => matches(message.trim())
}

function compileTest(test: string): RowTest {
  const cut = test.indexOf('=')
  const value = test.slice(cut + 1)
  switch (test.slice(0, cut)) {
    case 'status': {
      const hundreds = /^([1-9])xx$/.exec(value)?.[1]
      return hundreds === undefined
        ? ({ status }) => status === Number(value)
        : ({ status }) => Math.floor(status / 100) === Number(hundreds)
    }
    case 'path': {
      const matches = compileGlob(value)
      return ({ url }) => url !== undefined && matches(url.pathname)
    }
    case 'has': {
      const read = compilePlace(value)
      return (answer) => (read(answer) ?? undefined) !== undefined
    }
    case 'message': {
      const matches = compileMessage(value)
      return (_answer, { message }) => message !== undefined && matches(message)
    }
    default:
      throw new TypeError(
        `\`when\` must be made of status=, path=, has= and message= tests, got ${JSON.stringify(test)}`,
      )
  }
}

/** The tests of a row's `when`, separated by one space; `message=` is the last and takes the rest. */
export function compileWhen(when: string): readonly RowTest[] {
  const start = when.startsWith('message=') ? 0 : when.indexOf(' message=') + 1
  const hasMessage = start > 0 || when.startsWith('message=')
  const plain = hasMessage ? when.slice(0, start) : when
  const tests = plain.split(' ').filter((test) => test !== '')
  return [...tests, ...(hasMessage ? [when.slice(start)] : [])].map(compileTest)
}
