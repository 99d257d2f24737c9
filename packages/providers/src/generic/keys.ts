import { type Fields, plain } from './fields.ts'
import { codeNames, isMessageName, messageNames, parameterNames, requestIdNames } from './names.ts'

const words = (text: string): string[] => text.split(' ')

/** What an error envelope is made of besides its code and its words, in small letters without `_` and `-`. */
const envelopeKeys: ReadonlySet<string> = new Set([
  ...codeNames,
  ...messageNames,
  ...requestIdNames,
  ...parameterNames,
  ...words('data result results obj object payload body content response value success ok issuccess succeed succ suc'),
  ...words('error errors iserror haserror errorcode errormsg errortype exception stack stacktrace cause causes fault'),
  ...words('warning warnings status statuscode httpstatus httpcode httpstatuscode state stat type subtype category'),
  ...words('severity timestamp time ts t servertime systemtime datetime now date path uri method instance version'),
  ...words(
    'apiversion v ver api ttl cost took elapsed duration usetime exectime runtime costtime locale lang language',
  ),
  ...words('sign signtype signature nonce hostid host hostname route serverip clientip ip'),
  ...words('moreinfo docurl documentationurl documentation docs helpurl help helplink infourl link links recommend'),
  ...words('requestid reqid traceid logid trace tid rid sid spanid correlationid requestno reqmethod serialno seq'),
  ...words('fields param params parameter parameters source meta extra extend ext attributes context metadata'),
  ...words('retry retryable retryafter jsonrpc encrypted messages details innererror extensions subcode submsg needed'),
  ...words('provided action debug json header head hint hints solution userid flag fail failed failure'),
  // What was asked, told again.
  ...words('query input request command operation referer fromuri'),
])

/** Keys that name a record of its own: something was asked for and came. */
const recordKeys: ReadonlySet<string> = new Set(
  words(
    'id uuid guid objectid createdat created updatedat updated createtime updatetime createdby email name title items list amount currency price total orderid order taskid jobid runid buildid passed skipped imported processed inserted count done nombre nome nom precio preço preco prix preis titulo título titre titel cantidad quantidade',
  ),
)

/** Keys that records and envelopes have: a log line, a health check, or who asked. They speak against a weak sign only. */
const doubtfulKeys: ReadonlySet<string> = new Set(
  words('level logger service environment username user account component source sid host'),
)

/** Where a job stands that was asked about. */
const jobStateKey =
  /^(?:task|job|run|build|batch|export|import|execution|workflow|pipeline|deploy(?:ment)?|train(?:ing)?|render|transcod\w{0,4}|transcription\w{0,8}|processing|sync)(?:status|state)$/

const marker =
  /code|err|succ|fail|fault|status|result|response|resp$|^(?:ok|isok|suc|flag|ret|rtn|stat|state|ack|cod|note|information|messages|head|meta|sys|json)$|header$/
const mostKeys = 32
const mostKnown = 1024
/** Keys come again and again: every success is asked for its own. */
const known = new Map<string, boolean>()

/** Whether a key of a body may say that the call failed: most have none. */
export function hasMarker(body: Fields): boolean {
  let left = mostKeys
  let isFound = false
  for (const key in body) {
    if (--left < 0) return false
    let isMarker = known.get(key)
    if (isMarker === undefined) {
      isMarker = marker.test(plain(key))
      if (known.size < mostKnown && key.length < 64) known.set(key, isMarker)
    }
    isFound ||= isMarker
  }
  return isFound
}

/** Names of a question whose answer no is what was asked for: of a validator, of a check whether a token is good. */
export function isQuestion(name: string): boolean {
  return /^(?:is)?(?:valid|active|available|exists?|verified|authenticated|healthy|matched)$/.test(name)
}

export type KeyKind = 'envelope' | 'record' | 'doubtful' | 'strange'

/** What a key belongs to, by its plain name. Whatever is named after an error or a message is part of an envelope. */
export function kindOf(name: string): KeyKind {
  if (recordKeys.has(name)) return 'record'
  if (doubtfulKeys.has(name)) return 'doubtful'
  if (envelopeKeys.has(name) || /^err|msg|message/.test(name) || isMessageName(name)) return 'envelope'
  if (jobStateKey.test(name)) return 'record'
  return 'strange'
}
