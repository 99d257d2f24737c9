import { createClassifier } from '../classify/create-classifier.ts'
import type { ProviderIdentity } from '../error/provider-identity.ts'
import { type Row, tableOf } from '../provider/code-table.ts'
import { bindProvider } from '../provider/bind-provider.ts'
import type { Dialect } from '../provider/dialect.ts'
import type { Envelope } from '../provider/envelope.ts'
import { invalidOption } from '../provider/invalid-option.ts'
import type { Provider } from '../provider/provider.ts'
import { type FakeAnswer, fakeBodies } from './fake-bodies.ts'

/** An answer for a mocked server. */
export type FakeResponse = Omit<FakeAnswer, 'url'>

/**
 * An answer in the provider's own shape that carries one of its codes, for a mocked server.
 *
 * @returns status, headers and body text; classified by this provider it gives an ApiError with this code
 * @throws TypeError when no table of the provider has the code, or no body of its dialects' shapes can carry it
 * @example
 * const { status, headers, body } = fakeResponse(bilibili, '-101')
 * http.get(url, () => new HttpResponse(body, { status, headers }))
 */
export function fakeResponse<Code extends string>(
  provider: ProviderIdentity<string, Code>,
  code: NoInfer<Code>,
): FakeResponse {
  const bound = bindProvider(provider, 'provider.')
  const { dialects, overrides } = bound.provider
  const outcome = overrides?.get(code)
  const own: Row[] = outcome === undefined || outcome === 'ok' ? [] : [{ code, outcome }]
  const rows = dialects.flatMap((dialect) => [...own, ...rowsOf(dialect, code)].map((row) => [dialect, row] as const))
  if (rows.length === 0) throw invalidOption('code', `a code of ${provider.id}`, code)
  for (const [dialect, row] of rows) {
    const found = fakeRow(bound.provider, dialect, row, code)
    if (found !== undefined) return { status: found.status, headers: found.headers, body: found.body }
  }
  throw invalidOption('code', `one that an answer of ${provider.id} can carry alone`, code)
}

/** The rows that a code has in a dialect, plain ones first; families stand for the codes that they hold. */
function rowsOf(dialect: Dialect, code: string): Row[] {
  const rows = [...(tableOf(dialect)?.all() ?? [])].filter(({ outcome }) => outcome !== 'ok')
  const exact = rows.filter((row) => row.code === code)
  const families = rows.filter((row) => {
    const [head = '', tail] = row.code.split('*')
    return (
      tail !== undefined && code.length >= head.length + tail.length && code.startsWith(head) && code.endsWith(tail)
    )
  })
  return [...exact, ...families].sort((a, b) => Number(a.when !== undefined) - Number(b.when !== undefined))
}

/**
 * An answer that this very row of this dialect decides; undefined when the dialect's shape cannot carry it.
 * A mocked server may stand anywhere, so an unknown host is tried before one of the provider's own.
 */
export function fakeRow(
  provider: Provider,
  dialect: Dialect,
  row: Row,
  code: string = row.code,
): FakeAnswer | undefined {
  if (!('options' in dialect)) return undefined
  const classify = createClassifier(provider, { onDefect: () => undefined })
  const own = (dialect.hosts ?? provider.hosts ?? []).map((host) => host.replaceAll('*', 'x'))
  return ['api.example.com', ...own]
    .flatMap((host) => fakeBodies(dialect as Envelope, row, code, host))
    .find(({ url, ...answer }) => {
      const { matchedBy } = classify({ url, method: 'GET', ...answer }) ?? {}
      return matchedBy?.dialect === dialect.name && matchedBy.row?.code === row.code && matchedBy.row.when === row.when
    })
}
