import { auth, type Hint, hint, param } from './hints.ts'
import { pieces } from './learned-words.ts'

/** What the words of an identifier say plainly, the more telling first. Asked of the words in small letters with one space between. */
const names: readonly (readonly [words: RegExp, hint: Hint])[] = [
  [
    /throttl|too many requests|\brate (?:limit\w*|exceeded)|request limit exceeded|requests? per (?:second|minute)/,
    hint('throttled'),
  ],
  [
    /\b(?:internal (?:server|service)? ?(?:error|failure|exception|fault)?$|server error|unknown error|unexpected error)/,
    hint('internal'),
  ],
  [/\bservice (?:un ?available|not available)|server busy|system busy/, hint('unavailable')],
  [/(?:timed out|time ?out)\b/, hint('timeout', [], false)],
  [
    /\b(?:access denied|permission denied|no permission|not authorized|forbidden|un ?authorized operation|insufficient (?:permissions?|privileges?))/,
    hint('permission-denied', auth),
  ],
  // A feature that the network has not bought.
  [/\bmissing (?:\w+ )?feature\b|\bfeature (?:is )?(?:missing|required)\b/, hint('permission-denied', auth)],
  [/\brefresh token (?:not found|already used)\b/, hint('grant-invalid', auth)],
  [/\b(?:bad|invalid) jwt\b/, hint('token-invalid', auth)],
  [
    /\b(?:not found|not exists?|does(?: not|nt) exist|no such|not existed|dne|non existent|not exist(?:ed|ing)?)\b/,
    hint('not-found', ['unsupported']),
  ],
  [
    /\b(?:already (?:\w+ ){0,2}(?:exists?|exist|used|registered|assigned|added)|duplicated?|not unique|exists|exist)(?: (?:exception|fault|error|name|id|key|value|entry|request))?$/,
    hint('already-exists', ['invalid-parameter']),
  ],
  [/^duplicated? /, hint('already-exists', ['invalid-parameter'])],
  [
    /\b(?:quotas? (?:exceeded|reached)|limits? (?:exceeded|reached|exceed)|exceeded? quota|over (?:limit|quota)|exceed limit)/,
    hint('quota-exhausted', ['out-of-range', 'throttled', 'precondition-failed'], false),
  ],
  [/\btoo many\b/, hint(undefined, ['quota-exhausted', 'out-of-range', 'throttled', 'precondition-failed'])],
  [
    /\b(?:too (?:long|large|big|small|short|few|high|low|deep|old|early|late)|out of (?:range|bounds)|exceeds?(?: max\w*)?|max\w* exceeded|below minimum|above maximum|length exceeded)\b/,
    hint('out-of-range', ['quota-exhausted', 'throttled', 'precondition-failed'], false),
  ],
  [
    /\b(?:not supported|unsupported|not implemented|un ?supported|deprecated)\b/,
    hint('unsupported', ['precondition-failed']),
  ],
  [
    /\b(?:missing|required|is (?:null|empty)|not (?:specified|provided|set)|cannot be (?:null|empty|blank)|must not be (?:null|empty))\b/,
    hint('missing-parameter', param, false),
  ],
  [/\bin progress\b|\blocked\b/, hint('in-progress', ['precondition-failed'], false)],
  [/\bin use\b/, hint('precondition-failed', ['in-progress', 'already-exists'])],
  [
    /\b(?:invalid (?:\w+ ){0,4}(?:state|status)|(?:state|status) invalid|conflict)(?: (?:exception|fault|error))?$/,
    hint('precondition-failed', ['in-progress', 'already-exists']),
  ],
  [
    /^(?:invalid|malformed|bad|illegal|wrong|incorrect)\b|\b(?:invalid|malformed|mismatch|incorrect)(?: (?:exception|fault|error|format|value))?$/,
    hint('invalid-parameter', param),
  ],
]

/** The hint of an identifier's own words: `BucketAlreadyExists`, `TOO_MANY_KEYWORDS`. */
export function hintOfName(code: string): Hint | undefined {
  const words = pieces(code).join(' ')
  return names.find(([match]) => match.test(words))?.[1]
}
