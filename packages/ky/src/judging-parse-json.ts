import { judgeResponse } from '@unifault/fetch/adapter'
import type { Options } from 'ky'
import { acceptsStatus } from './accepts-status.ts'
import { type Call, requestOf } from './call.ts'
import { examined } from './examined.ts'
import { acceptedCall } from './accepted-call.ts'

/** ky's parseJson, which throws when the body tells an error. For a failed status ky throws by itself and only wants the data. */
export function judgingParseJson(call: Call): NonNullable<Options['parseJson']> {
  const { parseJson } = call.options
  return (text, context) => {
    const { response, request } = context
    // A parser of the user's own may give the members other names: then the text is judged.
    const value: unknown = parseJson === undefined ? parsed(text) : undefined
    const isAccepted = acceptsStatus(call, response)
    const perCall = isAccepted ? acceptedCall(call) : call.perCall
    const error = judgeResponse(response, value ?? text, requestOf(call, request), call.classify, perCall)
    if (!response.ok && !isAccepted) examined.set(response, error)
    else if (error !== undefined) throw error
    if (parseJson !== undefined) return parseJson(text, context)
    return value === undefined ? JSON.parse(text) : value
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the text is judged first; then the parser throws once more, as it does without us
  }
}
