import type { Answer, Dialect, Reason } from '@unifault/core'
import { families } from './code-words.ts'
import { lookUps } from './look-ups.ts'
import { waitOf } from './waits.ts'

/** Headers in which gateways tell their code, and those in which they tell why. */
const codeHeaders = [
  'x-vercel-error',
  'ngrok-error-code',
  'x-clickhouse-exception-code',
  'x-ca-error-code',
  'x-ms-error-code',
  'x-error-code',
] as const
const messageHeaders = ['x-ca-error-message', 'x-error-message', 'x-error-description'] as const

/** What the numbers of gRPC mean: https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
const grpcReasons: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['1', 'timeout'],
  ['2', 'internal'],
  ['3', 'invalid-parameter'],
  ['4', 'timeout'],
  ['5', 'not-found'],
  ['6', 'already-exists'],
  ['7', 'permission-denied'],
  ['8', 'throttled'],
  ['9', 'precondition-failed'],
  ['10', 'in-progress'],
  ['11', 'out-of-range'],
  ['12', 'unsupported'],
  ['13', 'internal'],
  ['14', 'unavailable'],
  ['15', 'internal'],
  ['16', 'unauthenticated'],
])

/** Answers whose body tells nothing in a form of its own, and whose head does: gateways, and gRPC, which answers 200 to everything. */
export const head: Dialect<never> = {
  name: 'head',
  codes: families,
  judge(answer) {
    if (answer.value !== undefined) return undefined
    const reason = grpcReasons.get(answer.header('grpc-status') ?? '')
    if (reason !== undefined)
      return {
        code: answer.header('grpc-status'),
        codes: [answer.header('grpc-status') ?? '', reason],
        message: decoded(answer.header('grpc-message')),
      }
    if (answer.status < 400) return undefined
    const code = firstHeader(answer, codeHeaders)?.split(/[:;]/, 1)[0]
    const told = firstHeader(answer, messageHeaders)
    if (code === undefined && told === undefined) return undefined
    const message = told ?? plainText(answer)
    const waitMs = waitOf([], answer)
    return {
      code,
      codes: lookUps(code === undefined ? [] : [code], message, answer.status),
      message,
      ...(waitMs === undefined ? {} : { waitMs }),
    }
  },
}

function firstHeader(answer: Answer, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = answer.header(name)?.trim()
    if (text !== undefined && text !== '' && text.length <= 512) return text
  }
  return undefined
}

/** A short text that is no page. */
function plainText({ text }: Answer): string | undefined {
  return text !== undefined && text.length <= 512 && !/^\s*</.test(text) ? text.trim() || undefined : undefined
}

/** The words of gRPC are percent-encoded. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
