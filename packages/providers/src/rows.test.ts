import { type ApiError, createClassifier, type Dialect } from '@unifault/core'
import { describe, expect, test } from 'vitest'
import { ReceivedAnswer } from '../../core/src/answer.ts'
import { CodeTable, type Row, everyRow } from '../../core/src/codes.ts'
import type { FakeAnswer } from '../../core/src/fake-draft.ts'
import { fakeResponse, fakeRow, fakeSuccess } from '../../core/src/fake-response.ts'
import { readCatalog } from '../scripts/read-catalog.ts'
import { allProviders } from './all-providers.ts'

const catalog = readCatalog()

/** An answer that meets no condition. */
const nothing = new ReceivedAnswer({ url: undefined, method: 'GET', status: 0, headers: {}, body: undefined }, [], '')

/** Whether a code is a row's, or of its family. */
function isOf(code: string | undefined, row: string): boolean {
  const [head = '', tail] = row.split('*')
  return tail === undefined ? code === row : code?.startsWith(head) === true && code.endsWith(tail)
}

// A table may have thousands of rows, each of which is tried in several answers.
describe.each(allProviders.map((provider) => [provider.id, provider] as const))(
  '%s',
  { timeout: 120_000 },
  (_id, provider) => {
    const classify = createClassifier(provider, { onDefect: () => undefined })

    for (const dialect of provider.dialects.filter((one) => one.judge === undefined)) {
      const rows = [...everyRow(new CodeTable(dialect.codes ?? {}))]
      if (rows.length === 0) continue

      test(`every error row of ${dialect.name} decides an answer of its own, with its reason, code and status`, () => {
        // Two dialects may share a table.
        const sharing = provider.dialects.filter(({ codes }) => codes === dialect.codes)
        const answerOf = (one: Dialect, row: Row): FakeAnswer | undefined => {
          if (row.code.includes('*')) return fakeRow(provider, one, row, row.code, classify)
          try {
            return fakeResponse(provider, row.code, { dialect: one.name, when: row.when ?? '' })
          } catch {
            return undefined
          }
        }
        const lost = rows.filter((row) => {
          if (row.outcome === 'ok') return false
          const own = answerOf(dialect, row)
          if (own === undefined) return !sharing.some((one) => one !== dialect && answerOf(one, row))
          const error = classify({ method: 'GET', ...own }) as ApiError
          return !(
            error.reason === row.outcome &&
            [error.code, error.outerCode].some((code) => isOf(code, row.code)) &&
            error.status === own.status &&
            error.provider === provider.id
          )
        })
        expect(lost.map(({ code, when }) => `${code} ${when ?? ''}`)).toEqual([])
      })
    }

    test('has a success of its own shape', () => {
      expect(classify({ method: 'GET', ...fakeSuccess(provider) })).toBeUndefined()
    })

    test('has a dialect for each of its tables, which decides every row as it is written', () => {
      const tables = catalog.filter((table) => table.provider === provider.id)
      for (const table of tables) {
        const dialect = provider.dialects.find(({ name }) => name === table.dialect)
        const run = new CodeTable(dialect?.codes ?? {})
        const decoded = new Set(
          [...everyRow(run)].map(({ code, when, outcome }) => [code, when ?? '', outcome].join('\t')),
        )
        const written = new Set(table.rows.map(({ code, when, reason }) => [code, when, reason].join('\t')))
        // Nothing is there that is not written; what is left out is decided alike by a family.
        expect([...decoded].filter((row) => !written.has(row))).toEqual([])
        const folded = table.rows.filter(({ code, when, reason }) => !decoded.has([code, when, reason].join('\t')))
        const changed = folded.filter(({ code, reason }) => run.find(code, nothing, {})?.outcome !== reason)
        expect(changed.map(({ code, when }) => `${code} ${when}`)).toEqual([])
        expect(folded.every(({ code, when }) => when === '' && !code.includes('*'))).toBe(true)
      }
    })
  },
)
