// Where the code and the message stand in an answer: given, or as the document shows it.
import { UserError } from '../errors.ts'

/** Places in an answer, the most specific first. */
export interface Envelope {
  readonly code: readonly string[]
  readonly message: readonly string[]
  readonly requestId: readonly string[]
  /** Nobody said so, and the document does not show it. */
  readonly isGuess: boolean
}

const codeNames = 'errcode error_code err_code errno errorCode ret retcode ret_code res_code resultCode code'.split(' ')
const messageNames =
  'errmsg error_msg err_msg error_message errorMessage error_description ret_msg retmsg res_message msg message'.split(
    ' ',
  )
const place = /^[@$]?[A-Za-z_*][\w*-]*(?:\.[\w*-]+)*$/

/**
 * `errcode,errmsg` or `error.code,error.message,@x-request-id`.
 *
 * @throws UserError where it names no places
 */
export function readEnvelope(option: string): Envelope {
  const places = option.split(',').map((part) => part.trim())
  const [code = '', message = '', requestId = ''] = places
  if (places.length > 3 || !places.every((one) => place.test(one)))
    throw new UserError(`--envelope ${option} names no places`, {
      expected:
        'the places of the code, the message and, if there is one, the request id, such as errcode,errmsg or error.code,error.message,@x-request-id',
    })
  return {
    code: [code],
    message: message === '' ? [] : [message],
    requestId: requestId === '' ? [] : [requestId],
    isGuess: false,
  }
}

/** The envelope that the document shows: in an answer that it quotes, or as the caption of its codes. */
export function envelopeIn(text: string, caption: string): Envelope {
  const named = (names: readonly string[]): string | undefined =>
    names
      .map((name) => ({ name, at: text.search(new RegExp(`["']${name}["']\\s*:`)) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0]?.name
  const code = named(codeNames) ?? (codeNames.includes(caption) ? caption : undefined)
  if (code === undefined)
    return {
      code: ['errcode', 'error_code', 'code', 'error'],
      message: ['errmsg', 'error_msg', 'msg', 'message', 'error_description'],
      requestId: [],
      isGuess: true,
    }
  const message = named(messageNames)
  return {
    code: [code],
    message: message === undefined ? ['message', 'msg'] : [message],
    requestId: [],
    isGuess: message === undefined,
  }
}
