import { cellText, inLanguage, spellOut, type Entry } from '../entry.ts'
import { auth, hint, param, rate, server } from '../hints.ts'
import type { Snapshot } from '../snapshot.ts'

/** What ccxt's classes of errors stand for (https://github.com/ccxt/ccxt/blob/master/ts/src/base/errorHierarchy.ts). */
const classes: Readonly<Record<string, Entry['hint']>> = {
  AccountNotEnabled: hint('permission-denied', ['precondition-failed', 'account-disabled']),
  AccountSuspended: hint('account-disabled'),
  AddressPending: hint('in-progress'),
  ArgumentsRequired: hint('missing-parameter', ['invalid-parameter']),
  AuthenticationError: hint('unauthenticated', auth, false),
  BadRequest: hint('invalid-parameter', param, false),
  BadResponse: hint('internal', server, false),
  BadSymbol: hint('invalid-parameter', ['not-found', 'unsupported', 'precondition-failed', 'missing-parameter']),
  CancelPending: hint('in-progress'),
  ContractUnavailable: hint('precondition-failed', ['unsupported', 'unavailable']),
  DDoSProtection: hint('throttled', ['abuse-blocked']),
  DuplicateOrderId: hint('already-exists', ['precondition-failed']),
  ExchangeClosedByUser: undefined,
  ExchangeError: undefined,
  ExchangeNotAvailable: hint('unavailable', server),
  InsufficientFunds: hint('payment-declined', ['precondition-failed'], false),
  InvalidAddress: hint('invalid-parameter', ['not-found', 'precondition-failed', 'unsupported', 'missing-parameter']),
  InvalidNonce: hint('clock-skew', ['signature-invalid', 'missing-parameter'], false),
  InvalidOrder: hint('invalid-parameter', param),
  ManualInteractionNeeded: hint('action-required', ['permission-denied', 'precondition-failed'], false),
  MarginModeAlreadySet: hint('precondition-failed', ['already-exists']),
  MarketClosed: hint('precondition-failed'),
  NetworkError: hint('unavailable', server, false),
  NoChange: hint('precondition-failed', ['already-exists']),
  NotSupported: hint('unsupported', ['precondition-failed', 'invalid-parameter']),
  NullResponse: hint('internal', server, false),
  OnMaintenance: hint('unavailable', ['precondition-failed']),
  OperationFailed: hint(undefined, [...server, ...param]),
  OperationRejected: hint('precondition-failed', [...param, ...rate]),
  OrderImmediatelyFillable: hint('precondition-failed', ['invalid-parameter']),
  OrderNotCached: hint('not-found'),
  OrderNotFillable: hint('precondition-failed', ['invalid-parameter']),
  OrderNotFound: hint('not-found', ['precondition-failed']),
  PermissionDenied: hint('permission-denied', [...auth, 'precondition-failed'], false),
  RateLimitExceeded: hint('throttled', ['quota-exhausted', 'abuse-blocked']),
  RequestTimeout: hint('timeout', ['clock-skew'], false),
  RestrictedLocation: hint('client-restricted'),
}

/** Classes that say nothing of their own: without a text there is no row. */
const vague: ReadonlySet<string> = new Set(
  'AuthenticationError BadRequest BadResponse ExchangeError InvalidNonce NetworkError NullResponse OperationFailed OperationRejected PermissionDenied'.split(' '),
)

/** The table `exceptions` of an exchange: `'code': Class, // text or a sample answer`; what is compared in parts is no code. */
export function readCcxtExceptions(
  snapshot: Snapshot,
  exchange: string,
  more: (group: string, code: string) => Partial<Entry> | undefined = () => ({}),
): Entry[] {
  const entries: Entry[] = []
  for (const [path, source] of snapshot.read(snapshot.list(new RegExp(`^js/src/${exchange}\\.js$`)))) {
    const start = source.indexOf("'exceptions': {")
    const groups: string[] = []
    for (const line of start < 0 ? [] : source.slice(start).split('\n')) {
      const opened = /^\s*'([^']+)': \{$/.exec(line)?.[1]
      const row = /^\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"): (\w+),?\s*(?:\/\/\s*(.*))?$/.exec(line)
      if (opened !== undefined) groups.push(opened)
      else if (/^\s*\},?(?:\s*\/\/.*)?$/.test(line)) {
        groups.pop()
        if (groups.length === 0) break
      } else if (row !== null && !groups.includes('broad')) {
        const [, single, double, name = '', comment = ''] = row
        const code = (single ?? double ?? '').replace(/\\(.)/g, '$1')
        const given = more(groups.slice(1).join('/'), code)
        if (given === undefined || !(name in classes)) continue
        // Kraken's codes are sentences behind a severity and a topic: `EAPI:Invalid key`.
        const text = textOf(comment, code) || (/^E[A-Z]\w*:(.*)$/.exec(code)?.[1] ?? '')
        const isWord = /[A-Za-z]{3}/.test(code)
        if (text === '' && !isWord && vague.has(name)) continue
        const known = classes[name]
        entries.push({
          code,
          ...inLanguage(text === '' ? spellOut(isWord ? code : name) : text),
          path,
          ...(known && { hint: known }),
          ...(text === '' && { names: true }),
          ...given,
        })
      }
    }
  }
  return entries
}

/** The message in a comment: as it stands, or out of a sample answer. */
function textOf(comment: string, code: string): string {
  const sample = comment.indexOf('{')
  const message =
    sample < 0
      ? comment
      : /"(?:msg|message|error_message|errorMessage|errMsg|err-msg|err_msg|error_msg|error_description|description|label|reason|detail|ret_msg|retMsg|M|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(
          comment.slice(sample),
        )?.[1] ?? ''
  const plain = message
    .replace(/\\"/g, '"')
    .replace(/^\d{3,}\s*[:\-,]?\s*/, '')
    .replace(/^(?:HTTP )?\d{3} (?=[A-Z])/, '')
    .replace(/^"|"$/g, '')
  const text = cellText(plain)
  return text === code || text.startsWith('E') && code.endsWith(text) || text.length < 4 || /^(?:https?:|todo|undefined|null|undocumented|override commons)/i.test(text) ? '' : text
}
