import type { Dialect, Provider } from '@unifault/core'
import { bindProvider } from '../../core/src/provider/bind-provider.ts'
import { tableOf } from '../../core/src/provider/code-table.ts'
import type { Envelope } from '../../core/src/provider/envelope.ts'
import { ReceivedAnswer } from '../../core/src/reading/received-answer.ts'
import { fakeBodies } from '../../core/src/testing/fake-bodies.ts'
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
  const bound = bindProvider(provider, 'provider.')
  const answer = new ReceivedAnswer(payload, bound.readers)
  return bound.dialectsFor(answer, payload.url).find((dialect) => dialect.judge(answer) !== undefined)
}

/** Whether an envelope claims an answer in its shape, with one of its codes or, where it has no table, with any. */
function claimsItsOwn(provider: Provider, dialect: Dialect): boolean {
  if (!('options' in dialect)) return false
  const rows = [...(tableOf(dialect)?.all() ?? [{ code: '-987654', outcome: 'unknown' as const }])]
  const hosts = ['api.example.com', ...(dialect.hosts ?? provider.hosts ?? []).map((host) => host.replaceAll('*', 'x'))]
  return hosts.some((host) =>
    rows.some((row) =>
      fakeBodies(dialect as Envelope, row, row.code, host).some(
        (answer) => claimant(provider, { method: 'GET', ...answer }) === dialect,
      ),
    ),
  )
}

/**
 * Whether an envelope with a table could take a success for an error: neither `success` nor an `ok` row tells them apart,
 * a success may be in it, and its codes are numbers. Words name failures. Only a failure is in an envelope
 * that asks for certain values, or whose code places are named after an error or cut the code out of a text.
 */
function isOpenToSuccess(dialect: Dialect): boolean {
  const { success, requires, code } = (dialect as Partial<Envelope>).options ?? {}
  const rows = [...(tableOf(dialect)?.all() ?? [])]
  if (code === undefined || success !== undefined || rows.some(({ outcome }) => outcome === 'ok')) return false
  const asksForValues =
    typeof requires === 'object' && requires !== null && !Array.isArray(requires) && !('match' in requires)
  const isOfFailures = [code].flat().every((place) => typeof place === 'object' || /err|fault|exception/i.test(place))
  return !asksForValues && !isOfFailures && rows.some((row) => isPlainInteger(row.code))
}
