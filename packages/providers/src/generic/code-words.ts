import { type Outcome, type Reason, reasons } from '@unifault/core'
import { admits } from './admits.ts'
import { isBareFailure } from './failure-word.ts'

/** Codes that say what they are only to those who know the convention: OAuth 2, gRPC, payment, HTTP's own words. */
const known: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['unauthorized', 'unauthenticated'],
  ['unauthenticated', 'unauthenticated'],
  ['authentication_error', 'unauthenticated'],
  ['authorization_error', 'unauthenticated'],
  ['auth_error', 'unauthenticated'],
  ['invalid_client', 'client-invalid'],
  ['invalid_grant', 'grant-invalid'],
  ['authorization_pending', 'authorization-pending'],
  ['forbidden', 'permission-denied'],
  ['access_denied', 'permission-denied'],
  ['not_registered', 'not-found'],
  ['card_error', 'payment-declined'],
  ['declined', 'payment-declined'],
  ['refused', 'payment-declined'],
])

/**
 * What identifiers name without doubt, as words with a space between them: what may be repeated or renewed, and what the learned
 * words miss. They read the rest.
 */
const identifiers: readonly (readonly [Reason, RegExp])[] = [
  // What no refresh renews, the token of a refresh itself before all.
  [
    'grant-invalid',
    /\b(?:invalid|expired|bad|illegal|wrong|revoked) (?:refresh|reset|verification|confirmation|activation|invite|invitation|captcha) ?token\b|\b(?:refresh|reset|verification|confirmation|activation|invite|invitation|captcha) ?token (?:is |has |was |been |not ){0,2}(?:invalid|valid|expired?|illegal|error|revoked|used)\b/,
  ],
  [
    'throttled',
    /throttl|\brate limit|\bratelimit|too many (?:requests?|calls?|write|connections)|too (?:frequent|fast|often)|\b(?:qps|flow|frequency|freq|concurren\w{0,5}|request|requests|call|api|invocation|hourly)\b.{0,24}\blimit|slow down|flood wait|\bover (?:qps|freq)/,
  ],
  [
    'token-expired',
    /\b(?:token|session|credentials?|login|jwt|auth) (?:is |has )?(?:expired?|timeout)|\bexpired (?:\w{1,12} )?(?:token|session|credentials)|\bsession (?:invalid or )?expired/,
  ],
  [
    'token-invalid',
    /\b(?:invalid|bad|illegal|wrong) (?:\w{1,12} )?(?:token|session(?: id)?|session ?key)\b|\btoken (?:is )?(?:invalid|illegal|error|fail\w{0,3}|verify)|\bsession (?:id )?invalid/,
  ],
  [
    'clock-skew',
    /\btime too skewed|\bclock skew|\btimestamp (?:is )?(?:expired|invalid|error|out of range)|\b(?:invalid|expired) timestamp|\bnonce (?:is )?(?:used|expired|invalid)/,
  ],
  ['scope-insufficient', /\b(?:insufficient|missing) scope/],
  [
    'client-invalid',
    /\b(?:service|api|app|access|client|consumer|subscription) ?(?:key|id|secret) (?:is )?(?:not (?:registered|exists?|found|valid)|does not exist|unregistered|invalid|expired)|\b(?:invalid|unregistered|unknown|wrong|illegal) (?:service|api|app|access|client|consumer|subscription) ?(?:key|id|secret)\b|\berror key does not exist/,
  ],
  [
    'credentials-invalid',
    /\binvalid (?:user |login )?credentials?\b|\b(?:wrong|incorrect|invalid|bad) password|\bpassword (?:is )?(?:wrong|incorrect|invalid|error)/,
  ],
  ['in-progress', /\balready (?:running|in progress|processing|started|queued)\b/],
  ['unauthenticated', /\bnot log(?:ged|ined|in)?(?: in)?\b|\blogin required|\bneed login/],
  ['not-found', /\bnot (?:found|exists?)|\bnotfound|\bno such|\b(?:does not|not|non) ?exist/],
]

/** Limits of what one request holds, limits that are the thing asked about, and tokens that sign nobody in: the learned words read them. */
const ofAnother =
  /\b(?:size|body|length|duration|depth) limit|\bin batch\b|\b(?:rate limit|throttl\w{1,4}) (?:rule|policy|config|setting)s?\b(?! exceed)|\binvalid (?:rate limit|throttl)|\b(?:push|device|upload|download|checkout|chat|game|payment|card|page) ?(?:token|session|login)\b|\btoken (?:address|amount|symbol|type|pair|contract|invalid for)\b|\bsession (?:type|name|status|title|length|count)\b|\bpermission\b/

/** Numbers that imitate HTTP; the codes of JSON-RPC 2.0 section 5.1. */
const numbers: ReadonlyMap<string, Reason> = new Map<string, Reason>(
  (
    [
      ['invalid-parameter', '400 422 -32700 -32600 -32602'],
      ['unauthenticated', '401'],
      ['payment-required', '402'],
      ['permission-denied', '403'],
      ['not-found', '404 410'],
      ['unsupported', '405 406 415 501 -32601'],
      ['timeout', '408 504'],
      ['precondition-failed', '409 412'],
      ['out-of-range', '413'],
      ['in-progress', '423'],
      ['throttled', '429'],
      ['internal', '500 -32603'],
      ['unavailable', '502 503'],
    ] as const
  ).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
)

/** What a code's family says only when the message says nothing: gateways put every cause under these. */
const vague: ReadonlySet<Reason> = new Set<Reason>([
  'invalid-parameter',
  'missing-parameter',
  'precondition-failed',
  'internal',
  'unauthenticated',
  'permission-denied',
])

/** SOAP 1.1 section 4.4.1, SOAP 1.2 section 5.4.6: the message was wrong, so the same will fail again, although HTTP says 500. */
export function isClientFault(code: string): boolean {
  return /^(?:[\w-]{1,16}:)?(?:Client|Sender)(?:\.[\w.]{1,48}|-\d{1,6})?$/.test(code)
}

/** The rows of every generic dialect: a code is looked up by the family that its own words name, and each family is a reason. */
export const families: Readonly<Record<string, Outcome>> = Object.fromEntries(reasons.map((reason) => [reason, reason]))

/** `ACQ.TRADE_NOT_EXIST`, `invalidClientId` and `urn:x:rate-limited` as words. */
function wordsOf(code: string): string {
  return code
    .slice(-64)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The reason that a code's own words name. */
function reasonOfCode(code: string, status: number): Reason | undefined {
  if (!/[A-Za-z]{3}/.test(code)) return code.startsWith('-32') ? numbers.get(code) : undefined
  const words = wordsOf(code)
  const last = wordsOf(code.slice(Math.max(code.lastIndexOf('.'), code.lastIndexOf(':'), code.lastIndexOf('/')) + 1))
  const exact = known.get(words.replaceAll(' ', '_')) ?? known.get(last.replaceAll(' ', '_'))
  const reason = exact ?? (ofAnother.test(words) ? undefined : identifiers.find(([, match]) => match.test(words))?.[0])
  return reason !== undefined && admits(status, reason) ? reason : undefined
}

/** The family of these codes that says more than any message. */
export function tellingFamily(codes: readonly string[], status: number): Reason | undefined {
  for (const code of codes) {
    const reason = reasonOfCode(code, status)
    if (reason !== undefined && !vague.has(reason)) return reason
  }
  return undefined
}

/**
 * The family of these codes when the message says nothing that is understood. Where it says something (`isTold`), a number between
 * 501 and 504 is a house's own more often than HTTP's, and would be repeated.
 */
export function vagueFamily(codes: readonly string[], status: number, isTold: boolean): Reason | undefined {
  for (const code of codes) {
    // A bare `ERROR` beside a code is the state, not the cause.
    if (codes.length > 1 && isBareFailure(code)) continue
    const reason =
      reasonOfCode(code, status) ??
      (status < 400 && !(isTold && /^50[1-4]$/.test(code)) ? numbers.get(code.replace(/^-(?=\d{3}$)/, '')) : undefined)
    if (reason !== undefined) return reason
  }
  return undefined
}
