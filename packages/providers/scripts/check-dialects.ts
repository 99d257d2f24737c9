import type { Dialect, Place, Provider } from '@unifault/core'
import { ReceivedAnswer } from '../../core/src/answer.ts'
import { CodeTable } from '../../core/src/codes.ts'
import { isStates } from '../../core/src/dialect.ts'
import { fakeBodies } from '../../core/src/fake-bodies.ts'
import { judgeOf } from '../../core/src/select.ts'
import { isPlainInteger } from './encode-rows.ts'
import type { Payload } from './read-payloads.ts'

/** Everything that is wrong with a provider's dialects, a sentence each. */
export function checkDialects(provider: Provider, payloads: readonly Payload[]): string[] {
  const claimed = new Set(payloads.map((payload) => claimant(provider, payload)?.name))
  return provider.dialects.flatMap((dialect) => [
    ...(claimed.has(dialect.name) || claimsItsOwn(provider, dialect)
      ? []
      : [`${provider.id} ${dialect.name} can never be reached: it claims no payload, and no answer of its own shape`]),
    ...(isOpenToSuccess(dialect)
      ? [`${provider.id} ${dialect.name} has numbers for codes and does not say which of them are a success`]
      : []),
  ])
}

/** The first dialect that an answer is in; the others are not asked. */
function claimant(
  provider: Provider,
  payload: Pick<Payload, 'url' | 'method' | 'status' | 'headers' | 'body'>,
): Dialect | undefined {
  const { dialects, readers, isHome } = judgeOf(provider)
  const answer = new ReceivedAnswer(payload, readers, '')
  const found = dialects.findIndex((one) => one.accepts(answer, isHome, false) && one.judge(answer) !== undefined)
  return provider.dialects[found]
}

/** Whether an envelope claims an answer in its shape, with one of its codes or, where it has no table, with any. */
function claimsItsOwn(provider: Provider, dialect: Dialect): boolean {
  if (dialect.judge !== undefined) return false
  const known = [...new CodeTable(dialect.codes ?? {}).all()]
  const rows = known.length > 0 ? known : [{ code: '-987654', outcome: 'unknown' as const }]
  const hosts = ['api.example.com', ...(dialect.hosts ?? provider.hosts ?? []).map((host) => host.replaceAll('*', 'x'))]
  return hosts.some((host) =>
    rows.some((row) =>
      [...fakeBodies(dialect, { ...bare, row, code: row.code, at: { host } })].some(
        (answer) => claimant(provider, { method: 'GET', ...answer }) === dialect,
      ),
    ),
  )
}

/** An answer with nothing beside its code. */
const bare = { status: undefined, messages: ['failed'], requestId: undefined, waitMs: undefined }

/**
 * Whether an envelope with a table could take a success for an error: neither `success` nor an `ok` row tells them apart,
 * a success may be in it, and its codes are numbers. Words name failures. Only a failure is in an envelope
 * that asks for certain values, or whose code places are named after an error or cut the code out of a text.
 */
function isOpenToSuccess(dialect: Dialect): boolean {
  const { success, requires, code } = dialect
  const rows = [...new CodeTable(dialect.codes ?? {}).all()]
  if (code === undefined || success !== undefined || rows.some(({ outcome }) => outcome === 'ok')) return false
  const asksForValues = isStates(requires)
  const isOfFailures = [code]
    .flat<(Place | readonly Place[])[]>()
    .every((place) => typeof place === 'object' || /err|fault|exception/i.test(place))
  return !asksForValues && !isOfFailures && rows.some((row) => isPlainInteger(row.code))
}
