import type { Dialect, Provider } from '@unifault/core'
import { ReceivedAnswer } from '../../../core/src/answer.ts'
import { everyRow, CodeTable } from '../../../core/src/codes.ts'
import { fakeBodies } from '../../../core/src/fake-bodies.ts'
import { judgeOf } from '../../../core/src/select.ts'
import type { Payload } from '../read-payloads.ts'
import type { DialectRule } from './rule.ts'

/** Every dialect claims a payload, or an answer of its own shape: none stands wholly behind another. */
export const dialectReached: DialectRule = (provider, payloads) => {
  const claimed = new Set(payloads.map((payload) => claimant(provider, payload)?.name))
  return provider.dialects
    .filter((dialect) => !claimed.has(dialect.name) && !claimsItsOwn(provider, dialect))
    .map(
      ({ name }) => `${provider.id} ${name} can never be reached: it claims no payload, and no answer of its own shape`,
    )
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
  const known = [...everyRow(new CodeTable(dialect.codes ?? {}))]
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
